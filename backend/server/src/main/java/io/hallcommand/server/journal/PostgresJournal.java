package io.hallcommand.server.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.wire.SnapshotJson;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.r2dbc.spi.R2dbcException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The journal in PostgreSQL. An append whose outcome is unknown, because the connection
 * broke or time ran out, may simply be repeated: if it was committed, the hall has moved
 * on, and reading on shows one's own entries.
 */
final class PostgresJournal implements Journal {

	/** Entries that a read holds in memory at a time. */
	static final int PAGE = 1_000;

	/**
	 * How much earlier than asked {@link #heads} looks: an append that began before
	 * another look may have been committed after it.
	 */
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	private static final String UNIQUE_VIOLATION = "23505";

	private static final String NO_PARTITION = "23514";

	private final Database writers;

	private final Database readers;

	private final DatabaseClock clock;

	private final Timer commits;

	private final DistributionSummary rows;

	private volatile @Nullable String epoch;

	PostgresJournal(Database writers, Database readers, DatabaseClock clock, MeterRegistry meters) {
		this.writers = writers;
		this.readers = readers;
		this.clock = clock;
		this.commits = Timer.builder("hall.journal.append")
			.description("Time from handing over a batch to its commit")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(1))
			.maximumExpectedValue(Duration.ofSeconds(5))
			.register(meters);
		this.rows = DistributionSummary.builder("hall.journal.rows")
			.description("Entries that one append commits")
			.register(meters);
	}

	@Override
	public Mono<String> epoch() {
		return Mono.defer(() -> {
			String known = this.epoch;
			return (known != null) ? Mono.just(known)
					: this.readers
						.on("name the journal",
								(connection) -> Mono
									.from(connection.createStatement("select epoch from journal_identity").execute())
									.flatMap((result) -> Mono.from(result.map((row) -> row.get(0, String.class)))))
						.doOnNext((asked) -> this.epoch = asked);
		});
	}

	@Override
	public Mono<List<Outcome>> append(List<Append> batch) {
		return Mono.defer(() -> {
			if (batch.isEmpty()) {
				return Mono.just(List.<Outcome>of());
			}
			AppendCheck.check(batch);
			long began = System.nanoTime();
			return tryAppend(batch).flatMap((outcomes) -> withNewHalls(batch, outcomes)).doOnNext((outcomes) -> {
				this.commits.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
				this.rows.record(count(batch, outcomes));
			});
		});
	}

	private static int count(List<Append> batch, List<Outcome> outcomes) {
		int count = 0;
		for (int i = 0; i < batch.size(); i++) {
			count += (outcomes.get(i) instanceof Committed) ? batch.get(i).entries().size() : 0;
		}
		return count;
	}

	private Mono<Map<Integer, Outcome>> tryAppend(List<Append> batch) {
		AppendStatement statement = new AppendStatement(batch);
		Mono<Map<Integer, Outcome>> attempt = this.clock.today()
			.flatMap((today) -> this.writers.on("append", (connection) -> statement.execute(connection, today)));
		return attempt.onErrorResume((ex) -> isState(ex, NO_PARTITION), (ex) -> makeDays().then(attempt))
			// A key came in while this statement waited for the head's lock: only a
			// second
			// look sees it
			.onErrorResume((ex) -> isState(ex, UNIQUE_VIOLATION), (ex) -> attempt);
	}

	/** A hall's first append finds no head: make it, and append that hall alone again. */
	private Mono<List<Outcome>> withNewHalls(List<Append> batch, Map<Integer, Outcome> outcomes) {
		List<Append> missing = IntStream.range(0, batch.size())
			.filter((place) -> !outcomes.containsKey(place))
			.mapToObj(batch::get)
			.toList();
		if (missing.isEmpty()) {
			return Mono.just(settled(batch, outcomes, Map.of()));
		}
		String[] ids = missing.stream().map((append) -> append.hall().value()).sorted().toArray(String[]::new);
		return this.writers.on(
				"add halls", (
						connection) -> Mono
							.from(connection
								.createStatement(
										"insert into hall (id) select unnest($1::text[]) on conflict do nothing")
								.bind("$1", ids)
								.execute())
							.flatMap((result) -> Mono.from(result.getRowsUpdated())))
			.then(tryAppend(missing))
			.map((more) -> settled(batch, outcomes, more));
	}

	/**
	 * All outcomes; those of the second try are in the order of what the first missed.
	 */
	private static List<Outcome> settled(List<Append> batch, Map<Integer, Outcome> outcomes,
			Map<Integer, Outcome> more) {
		List<Outcome> settled = new ArrayList<>();
		int next = 0;
		for (int place = 0; place < batch.size(); place++) {
			Outcome outcome = outcomes.get(place);
			if (outcome == null) {
				outcome = more.get(next++);
			}
			if (outcome == null) {
				throw new JournalUnavailableException("PostgreSQL lost the head of hall " + batch.get(place).hall(),
						null);
			}
			settled.add(outcome);
		}
		return settled;
	}

	/**
	 * Makes the partitions of yesterday, today and tomorrow.
	 */
	Mono<Void> makeDays() {
		return this.clock.today()
			.flatMapMany((today) -> Flux.just(today.minusDays(1), today, today.plusDays(1)))
			.concatMap((day) -> this.writers.on("make a partition",
					(connection) -> Mono
						.from(connection.createStatement("select 1 from journal_day($1)").bind("$1", day).execute())
						.flatMap((result) -> Mono.from(result.map((row) -> day)))))
			.then();
	}

	@Override
	public Flux<JournalEntry> read(HallId hall, long after, long limit) {
		return Flux.defer(() -> (limit <= 0) ? Flux.empty() : pages(hall, after, limit));
	}

	/**
	 * Page by page, each a query of its own: a slow reader holds no connection, and
	 * memory is a page or two.
	 */
	private Flux<JournalEntry> pages(HallId hall, long after, long limit) {
		return firstDay(hall, after).flatMap((day) -> page(hall, new Position(day, after, limit)))
			.expand((page) -> (page.next() != null) ? page(hall, page.next()) : Mono.empty())
			.concatMapIterable(Page::entries, 1);
	}

	private Mono<Page> page(HallId hall, Position position) {
		int size = (int) Math.min(PAGE, position.limit());
		return this.readers
			.on("read", (connection) -> PageStatement.after(connection, hall, position.day(), position.after(), size))
			.map((kept) -> Page.of(kept, size, position));
	}

	/**
	 * The day from which on the entries after a version are kept. What was read lately
	 * goes on in the newest two days nearly always; only else all days are looked at.
	 */
	private Mono<LocalDate> firstDay(HallId hall, long after) {
		return this.clock.today()
			.map((today) -> today.minusDays(1))
			.flatMap((recent) -> this.readers
				.on("read", (connection) -> PageStatement.firstSince(connection, hall, recent))
				.filter((first) -> first <= after + 1)
				.map((first) -> recent))
			.defaultIfEmpty(LocalDate.EPOCH);
	}

	@Override
	public Flux<JournalEntry> anomalies(HallId hall, long before, int limit) {
		return this.readers
			.on("read anomalies", (connection) -> PageStatement.anomalies(connection, hall, before, limit))
			.flatMapIterable((kept) -> kept)
			.map(PageStatement.Kept::entry);
	}

	@Override
	public Flux<JournalEntry> alert(HallId hall, AlertId alert) {
		return this.readers
			.on("read an alert's history",
					(connection) -> PageStatement.alert(connection, hall, alert, LONGEST_HISTORY))
			.flatMapIterable((kept) -> kept)
			.map(PageStatement.Kept::entry);
	}

	@Override
	public Flux<JournalEntry> emergencies(HallId hall, @Nullable EmergencyId of, int limit) {
		return this.readers
			.on("read emergencies", (connection) -> PageStatement.emergencies(connection, hall, of, limit))
			.flatMapIterable((kept) -> kept)
			.map(PageStatement.Kept::entry);
	}

	@Override
	public Flux<JournalEntry> order(HallId hall, EventKey key) {
		return this.clock.today()
			.flatMap((today) -> this.readers.on("read an order",
					(connection) -> PageStatement.order(connection, hall, today.minusDays(1), key, LONGEST_HISTORY)))
			.flatMapIterable((kept) -> kept)
			.map(PageStatement.Kept::entry)
			.takeWhile((entry) -> entry.key().isOf(key));
	}

	@Override
	public Flux<HallId> due(Instant until) {
		return this.readers.on("list halls that are due", (connection) -> Mono
			.from(connection.createStatement("select id from hall where wakes_at <= $1").bind("$1", until).execute())
			.flatMapMany((result) -> result.map((row) -> new HallId(Columns.get(row, "id", String.class))))
			.collectList()).flatMapIterable((halls) -> halls);
	}

	@Override
	public Flux<Head> heads(Instant since) {
		return Flux.defer(() -> {
			// As an age, so that it matters little whether this clock agrees with the
			// database's
			double age = Duration.between(since, Instant.now()).plus(OVERLAP).toSeconds();
			return this.readers.on("list heads", (connection) -> Mono.from(connection.createStatement("""
					select id, version from hall
					where version > 0 and moved_at >= now() - make_interval(secs => $1)""").bind("$1", age).execute())
				.flatMapMany((result) -> result.map((row) -> new Head(new HallId(Columns.get(row, "id", String.class)),
						Columns.get(row, "version", Long.class))))
				.collectList()).flatMapIterable((heads) -> heads);
		});
	}

	@Override
	public Mono<HallSnapshot> snapshot(HallId hall) {
		return this.readers
			.on("read a snapshot",
					(connection) -> Mono
						.from(connection.createStatement("""
								select s.state from snapshot s join hall h on h.key = s.hall
								where h.id = $1 and s.format = $2""")
							.bind("$1", hall.value())
							.bind("$2", SnapshotJson.FORMAT)
							.execute())
						.flatMap((result) -> Mono.from(result.map((row) -> Columns.get(row, "state", String.class)))))
			.map((state) -> SnapshotJson.read(state.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public Mono<Void> keep(List<HallSnapshot> snapshots) {
		return Mono.defer(() -> {
			if (snapshots.isEmpty()) {
				return Mono.empty();
			}
			// In the order of the halls, so that two nodes never wait for each other
			List<HallSnapshot> sorted = snapshots.stream().sorted(Comparator.comparing(HallSnapshot::hall)).toList();
			String[] ids = sorted.stream().map((snapshot) -> snapshot.hall().value()).toArray(String[]::new);
			Long[] versions = sorted.stream().map(HallSnapshot::version).toArray(Long[]::new);
			String[] states = sorted.stream()
				.map((snapshot) -> new String(SnapshotJson.write(snapshot), StandardCharsets.UTF_8))
				.toArray(String[]::new);
			return this.readers
				.on("keep snapshots",
						(connection) -> Mono.from(connection
							.createStatement(
									"""
											insert into snapshot (hall, format, version, state)
											select h.key, $1, s.version, s.state
											from unnest($2::text[], $3::int8[], $4::text[]) s (id, version, state) join hall h on h.id = s.id
											order by h.key
											on conflict (hall, format) do update
											set version = excluded.version, state = excluded.state, kept_at = now()
											where snapshot.version < excluded.version""")
							.bind("$1", SnapshotJson.FORMAT)
							.bind("$2", ids)
							.bind("$3", versions)
							.bind("$4", states)
							.execute()).flatMap((result) -> Mono.from(result.getRowsUpdated())))
				.then();
		});
	}

	/** Whether PostgreSQL answers. */
	Mono<Void> ping() {
		return this.readers
			.on("answer",
					(connection) -> Mono.from(connection.createStatement("select 1").execute())
						.flatMap((result) -> Mono.from(result.map((row) -> 1))))
			.then();
	}

	private static boolean isState(Throwable ex, String state) {
		return ex.getCause() instanceof R2dbcException cause && state.equals(cause.getSqlState());
	}

	/**
	 * Where a page begins.
	 *
	 * @param day entries after it are kept under this day or later
	 */
	private record Position(LocalDate day, long after, long limit) {
	}

	/**
	 * A page and where the next one begins.
	 */
	private record Page(List<JournalEntry> entries, @Nullable Position next) {

		static Page of(List<PageStatement.Kept> kept, int size, Position position) {
			List<JournalEntry> entries = kept.stream().map(PageStatement.Kept::entry).toList();
			long left = position.limit() - entries.size();
			if (entries.size() < size || left == 0) {
				return new Page(entries, null);
			}
			PageStatement.Kept last = kept.getLast();
			return new Page(entries, new Position(last.day(), last.entry().version(), left));
		}

	}

}
