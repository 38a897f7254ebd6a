package io.hallcommand.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.Anomaly;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.wire.EventJson;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One batch as one statement, which is one transaction and one round trip.
 * <p>
 * It locks the heads in the order of their keys, so that two batches never wait for each
 * other in a circle. A head that is still at the expected version cannot be behind what
 * the statement sees, for whoever expects a version learned of it after its commit; so
 * the search for known keys is exact. Keys are sought from yesterday on.
 */
final class AppendStatement {

	private static final String SQL = """
			with ask as (
				select * from unnest($1::text[], $2::int8[], $3::int4[]) with ordinality a (id, expected, size, n)
			), head as materialized (
				select h.key, a.n, a.size, greatest(h.day, $4::date) as day, h.version = a.expected as free
				from ask a join hall h on h.id = a.id
				order by h.key
				for update of h
			), entry as materialized (
				select * from unnest($5::int8[], $6::int8[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[],
					$10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::bool[], $16::text[])
					e (n, version, recorded_at, time, device_time, source, event_id, type, data, anomaly, applied, detail)
			), known as materialized (
				select e.n, e.source, e.event_id
				from head h join entry e on e.n = h.n,
					-- the limit keeps it one look into an index for each entry, whatever the planner thinks of joins
					lateral (select 1 from journal j where j.day >= $4::date - 1
						and j.hall = h.key and j.source = e.source and j.event_id = e.event_id limit 1) found
				where h.free
			), moved as (
				update hall set version = hall.version + h.size, day = h.day, moved_at = now()
				from head h
				where hall.key = h.key and h.free and h.n not in (select n from known)
				returning hall.key, hall.day, h.n
			), stored as (
				insert into journal (hall, version, day, recorded_at, time, device_time, source, event_id, type, data,
					anomaly, anomaly_applied, anomaly_detail)
				select m.key, e.version, m.day, e.recorded_at, e.time, e.device_time, e.source, e.event_id, e.type,
					e.data::json, e.anomaly, e.applied, e.detail
				from moved m join entry e on e.n = m.n
			)
			select n, 'committed' as outcome, '' as source, '' as event_id from moved
			union all select n, 'known', source, event_id from known
			union all select n, 'moved on', '', '' from head where not free
			""";

	private final List<Journal.Append> batch;

	AppendStatement(List<Journal.Append> batch) {
		this.batch = batch;
	}

	/**
	 * Runs it.
	 * @return outcomes by the place of their append in the batch; none for a hall that
	 * the journal does not know yet
	 */
	Mono<Map<Integer, Journal.Outcome>> execute(Connection connection, LocalDate today) {
		return Mono.from(bind(connection.createStatement(SQL), today).execute())
			.flatMapMany((result) -> result.map(Line::of))
			.collectList()
			.map(AppendStatement::outcomes);
	}

	private static Map<Integer, Journal.Outcome> outcomes(List<Line> lines) {
		Map<Integer, Journal.Outcome> outcomes = new HashMap<>();
		Map<Integer, List<EventKey>> known = new HashMap<>();
		for (Line line : lines) {
			switch (line.outcome()) {
				case "committed" -> outcomes.put(line.place(), new Journal.Committed());
				case "moved on" -> outcomes.put(line.place(), new Journal.MovedOn());
				default -> known.computeIfAbsent(line.place(), (place) -> new ArrayList<>()).add(line.key());
			}
		}
		known.forEach((place, keys) -> outcomes.put(place, new Journal.Duplicates(List.copyOf(keys))));
		return outcomes;
	}

	private Statement bind(Statement statement, LocalDate today) {
		int halls = this.batch.size();
		String[] ids = new String[halls];
		Long[] expected = new Long[halls];
		Integer[] sizes = new Integer[halls];
		int rows = 0;
		for (int n = 0; n < halls; n++) {
			Journal.Append append = this.batch.get(n);
			ids[n] = append.hall().value();
			expected[n] = append.expected();
			sizes[n] = append.entries().size();
			rows += append.entries().size();
		}
		Rows columns = new Rows(rows);
		for (int n = 0; n < halls; n++) {
			for (JournalEntry entry : this.batch.get(n).entries()) {
				columns.add(n + 1, entry);
			}
		}
		return columns.bind(statement.bind("$1", ids).bind("$2", expected).bind("$3", sizes).bind("$4", today));
	}

	/**
	 * A line of the answer.
	 */
	private record Line(int place, String outcome, EventKey key) {

		static Line of(Readable row) {
			return new Line(Columns.get(row, "n", Long.class).intValue() - 1, Columns.get(row, "outcome", String.class),
					new EventKey(Columns.get(row, "source", String.class), Columns.get(row, "event_id", String.class)));
		}

	}

	/**
	 * Entries as columns.
	 */
	private static final class Rows {

		private int next;

		private final Long[] n;

		private final Long[] version;

		private final Instant[] recordedAt;

		private final Instant[] time;

		private final @Nullable Instant[] deviceTime;

		private final String[] source;

		private final String[] id;

		private final String[] type;

		private final String[] data;

		private final @Nullable String[] anomaly;

		private final @Nullable Boolean[] applied;

		private final @Nullable String[] detail;

		Rows(int size) {
			this.n = new Long[size];
			this.version = new Long[size];
			this.recordedAt = new Instant[size];
			this.time = new Instant[size];
			this.deviceTime = new Instant[size];
			this.source = new String[size];
			this.id = new String[size];
			this.type = new String[size];
			this.data = new String[size];
			this.anomaly = new String[size];
			this.applied = new Boolean[size];
			this.detail = new String[size];
		}

		void add(long append, JournalEntry entry) {
			EventJson.Stored stored = EventJson.write(entry.event());
			int i = this.next++;
			this.n[i] = append;
			this.version[i] = entry.version();
			this.recordedAt[i] = entry.recordedAt();
			this.time[i] = entry.time();
			this.deviceTime[i] = entry.deviceTime();
			this.source[i] = entry.key().source();
			this.id[i] = entry.key().id();
			this.type[i] = stored.type();
			this.data[i] = stored.data();
			Anomaly odd = entry.anomaly();
			if (odd != null) {
				this.anomaly[i] = odd.kind().name();
				this.applied[i] = odd.applied();
				this.detail[i] = odd.detail();
			}
		}

		Statement bind(Statement statement) {
			return statement.bind("$5", this.n)
				.bind("$6", this.version)
				.bind("$7", this.recordedAt)
				.bind("$8", this.time)
				.bind("$9", this.deviceTime)
				.bind("$10", this.source)
				.bind("$11", this.id)
				.bind("$12", this.type)
				.bind("$13", this.data)
				.bind("$14", this.anomaly)
				.bind("$15", this.applied)
				.bind("$16", this.detail);
		}

	}

}
