package io.hallcommand.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.Anomaly;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.wire.EventJson;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Some entries of a hall.
 */
final class PageStatement {

	private static final String COLUMNS = """
			select j.day, j.version, j.source, j.event_id, j.time, j.device_time, j.recorded_at, j.type,
				j.data::text as data, j.anomaly, j.anomaly_applied, j.anomaly_detail
			from journal j
			where j.hall = (select key from hall where id = $1)
			""";

	private static final String AFTER = COLUMNS
			+ "and j.day >= $2::date and j.version > $3 order by j.version limit $4";

	private static final String ANOMALIES = COLUMNS
			+ "and j.anomaly is not null and j.version < $2 order by j.version desc limit $3";

	/** The data begin with the alert's id, as they are written. */
	private static final String ALERT = COLUMNS
			+ "and j.type like 'alert.%' and j.version >= $2 and j.data::text like $3 order by j.version limit $4";

	/**
	 * What devices signal is a fact of theirs. The data begin with the emergency's id.
	 */
	private static final String EMERGENCIES = "select * from (" + COLUMNS
			+ "and j.type like 'emergency.%' and j.type <> 'emergency.signalled' and starts_with(j.data::text, $2)"
			+ " order by j.version desc limit $3) newest order by version";

	/** What followed of the same order was appended with it, so it is of the same day. */
	private static final String ORDER = COLUMNS + """
			and j.day >= $2::date and j.version >= (select min(f.version) from journal f
				where f.hall = (select key from hall where id = $1) and f.day >= $2::date and f.source = $3
					and f.event_id = $4)
			order by j.version limit $5
			""";

	private static final String FIRST_SINCE = """
			select min(j.version) from journal j
			where j.hall = (select key from hall where id = $1) and j.day >= $2::date
			""";

	private PageStatement() {
	}

	/**
	 * An entry and the day that it is kept under.
	 */
	record Kept(LocalDate day, JournalEntry entry) {
	}

	static Mono<List<Kept>> after(Connection connection, HallId hall, LocalDate since, long after, int limit) {
		return Mono
			.from(connection.createStatement(AFTER)
				.bind("$1", hall.value())
				.bind("$2", since)
				.bind("$3", after)
				.bind("$4", limit)
				.execute())
			.flatMapMany((result) -> result.map(PageStatement::kept))
			.collectList();
	}

	static Mono<List<Kept>> anomalies(Connection connection, HallId hall, long before, int limit) {
		return Mono
			.from(connection.createStatement(ANOMALIES)
				.bind("$1", hall.value())
				.bind("$2", before)
				.bind("$3", limit)
				.execute())
			.flatMapMany((result) -> result.map(PageStatement::kept))
			.collectList();
	}

	static Mono<List<Kept>> alert(Connection connection, HallId hall, AlertId alert, int limit) {
		return Mono
			.from(connection.createStatement(ALERT)
				.bind("$1", hall.value())
				.bind("$2", alert.version())
				.bind("$3", "{\"alert\":\"" + alert + "\"%")
				.bind("$4", limit)
				.execute())
			.flatMapMany((result) -> result.map(PageStatement::kept))
			.collectList();
	}

	static Mono<List<Kept>> emergencies(Connection connection, HallId hall, @Nullable EmergencyId of, int limit) {
		return Mono
			.from(connection.createStatement(EMERGENCIES)
				.bind("$1", hall.value())
				.bind("$2", (of != null) ? "{\"emergency\":\"" + of + "\"" : "")
				.bind("$3", limit)
				.execute())
			.flatMapMany((result) -> result.map(PageStatement::kept))
			.collectList();
	}

	/** The entries from that of this key on; none if there is none. */
	static Mono<List<Kept>> order(Connection connection, HallId hall, LocalDate since, EventKey key, int limit) {
		return Mono
			.from(connection.createStatement(ORDER)
				.bind("$1", hall.value())
				.bind("$2", since)
				.bind("$3", key.source())
				.bind("$4", key.id())
				.bind("$5", limit)
				.execute())
			.flatMapMany((result) -> result.map(PageStatement::kept))
			.collectList();
	}

	/** The first version that is kept under a day or later; empty if there is none. */
	static Mono<Long> firstSince(Connection connection, HallId hall, LocalDate day) {
		return Mono.from(connection.createStatement(FIRST_SINCE).bind("$1", hall.value()).bind("$2", day).execute())
			.flatMapMany((result) -> result.flatMap((segment) -> (segment instanceof Result.RowSegment row)
					? Mono.justOrEmpty(row.row().get(0, Long.class)) : Mono.empty()))
			.next();
	}

	/** In the order of {@link #COLUMNS}. */
	private static Kept kept(Readable row) {
		return new Kept(Columns.get(row, 0, LocalDate.class), new JournalEntry(Columns.get(row, 1, Long.class),
				new EventKey(Columns.get(row, 2, String.class), Columns.get(row, 3, String.class)),
				Columns.get(row, 4, Instant.class), row.get(5, Instant.class), Columns.get(row, 6, Instant.class),
				EventJson.read(Columns.get(row, 7, String.class), Columns.get(row, 8, String.class)), anomaly(row)));
	}

	private static @Nullable Anomaly anomaly(Readable row) {
		String kind = row.get(9, String.class);
		return (kind != null) ? new Anomaly(Anomaly.Kind.valueOf(kind), Columns.get(row, 10, Boolean.class),
				Columns.get(row, 11, String.class)) : null;
	}

}
