package io.hallcommand.server.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.Anomaly;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.journal.BinaryColumn.Type;
import io.hallcommand.wire.EventJson;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
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
				select * from unnest($1::text[], $2::int8[], $3::int4[], $17::timestamptz[]) with ordinality
					a (id, expected, size, wakes_at, n)
			), head as materialized (
				select h.key, a.n, a.size, a.wakes_at, greatest(h.day, $4::date) as day, h.version = a.expected as free
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
				update hall set version = hall.version + h.size, day = h.day, moved_at = now(),
					wakes_at = h.wakes_at
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
		int rows = this.batch.stream().mapToInt((append) -> append.entries().size()).sum();
		Heads heads = new Heads(this.batch.size());
		Rows entries = new Rows(rows);
		for (int n = 0; n < this.batch.size(); n++) {
			Journal.Append append = this.batch.get(n);
			heads.add(append);
			for (JournalEntry entry : append.entries()) {
				entries.add(n + 1, entry);
			}
		}
		return entries.bind(heads.bind(statement).bind("$4", today));
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
	 * What is asked of the heads, as columns.
	 */
	private static final class Heads {

		private final BinaryColumn id;

		private final BinaryColumn expected;

		private final BinaryColumn size;

		private final BinaryColumn wakesAt;

		Heads(int halls) {
			this.id = new BinaryColumn(Type.TEXT, halls);
			this.expected = new BinaryColumn(Type.INT8, halls);
			this.size = new BinaryColumn(Type.INT4, halls);
			this.wakesAt = new BinaryColumn(Type.TIMESTAMPTZ, halls);
		}

		void add(Journal.Append append) {
			this.id.add(append.hall().value());
			this.expected.add(append.expected());
			this.size.add(append.entries().size());
			this.wakesAt.add(append.wakesAt());
		}

		Statement bind(Statement statement) {
			return statement.bind("$1", this.id)
				.bind("$2", this.expected)
				.bind("$3", this.size)
				.bind("$17", this.wakesAt);
		}

	}

	/**
	 * Entries as columns.
	 */
	private static final class Rows {

		private final BinaryColumn n;

		private final BinaryColumn version;

		private final BinaryColumn recordedAt;

		private final BinaryColumn time;

		private final BinaryColumn deviceTime;

		private final BinaryColumn source;

		private final BinaryColumn id;

		private final BinaryColumn type;

		private final BinaryColumn data;

		private final BinaryColumn anomaly;

		private final BinaryColumn applied;

		private final BinaryColumn detail;

		Rows(int size) {
			this.n = new BinaryColumn(Type.INT8, size);
			this.version = new BinaryColumn(Type.INT8, size);
			this.recordedAt = new BinaryColumn(Type.TIMESTAMPTZ, size);
			this.time = new BinaryColumn(Type.TIMESTAMPTZ, size);
			this.deviceTime = new BinaryColumn(Type.TIMESTAMPTZ, size);
			this.source = new BinaryColumn(Type.TEXT, size);
			this.id = new BinaryColumn(Type.TEXT, size);
			this.type = new BinaryColumn(Type.TEXT, size);
			this.data = new BinaryColumn(Type.TEXT, size);
			this.anomaly = new BinaryColumn(Type.TEXT, size);
			this.applied = new BinaryColumn(Type.BOOL, size);
			this.detail = new BinaryColumn(Type.TEXT, size);
		}

		void add(long append, JournalEntry entry) {
			EventJson.Stored stored = EventJson.write(entry.event());
			this.n.add(append);
			this.version.add(entry.version());
			this.recordedAt.add(entry.recordedAt());
			this.time.add(entry.time());
			this.deviceTime.add(entry.deviceTime());
			this.source.add(entry.key().source());
			this.id.add(entry.key().id());
			this.type.add(stored.type());
			this.data.add(stored.data());
			Anomaly odd = entry.anomaly();
			this.anomaly.add((odd != null) ? odd.kind().name() : null);
			this.applied.add((odd != null) ? odd.applied() : null);
			this.detail.add((odd != null) ? odd.detail() : null);
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
