package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.EventJson;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the journal what happened to a hall's alerts, and who was on duty. A drill
 * is not read: it counts in no statistic.
 */
@Component
class AlertHistory {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** So many rows are held at a time, however many there are. */
	private static final int PAGE = 500;

	/** In the words that the journal's index for it was made with. */
	private static final String EVENTS = """
			select j.type, j.time, j.data::text as data
			from journal j
			where j.hall = (select key from hall where id = $1)
				and (j.type like 'alert.%' or j.type = 'roster.changed')
				and event_text(j.data, 'drill') is distinct from 'true'
			""";

	private static final String WITHIN = EVENTS + """
				and j.type in ('alert.raised', 'alert.changed', 'alert.returned', 'alert.cleared', 'alert.acknowledged',
					'alert.unshelved', 'alert.escalated', 'roster.changed')
				-- Nothing is kept under an earlier day than that on which it happened
				and j.day >= $4::date and j.time >= $2 and j.time < $3
			order by j.version
			""";

	private static final String ROSTER_BEFORE = EVENTS + """
				and j.type = 'roster.changed' and j.time < $2
			order by j.version desc
			limit 1
			""";

	private final DatabaseClient database;

	AlertHistory(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * Something that happened.
	 */
	record Entry(Instant time, HallEvent event) {
	}

	/** In the order in which it happened, after the roster that was in force before. */
	Flux<Entry> read(HallId hall, Instant from, Instant until) {
		Flux<Row> rosterBefore = this.database.sql(ROSTER_BEFORE)
			.bind(0, hall.value())
			.bind(1, from.atOffset(ZoneOffset.UTC))
			.map(AlertHistory::row)
			.all();
		Flux<Row> within = this.database.sql(WITHIN)
			.bind(0, hall.value())
			.bind(1, from.atOffset(ZoneOffset.UTC))
			.bind(2, until.atOffset(ZoneOffset.UTC))
			.bind(3, from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))
			.filter((statement) -> statement.fetchSize(PAGE))
			.map(AlertHistory::row)
			.all();
		return rosterBefore.concatWith(within)
			.publishOn(Schedulers.boundedElastic(), PAGE)
			.map((row) -> new Entry(row.time(), EventJson.read(row.type(), row.data())))
			.timeout(PATIENCE);
	}

	private record Row(String type, Instant time, String data) {
	}

	private static Row row(Readable row) {
		return new Row(Objects.requireNonNull(row.get("type", String.class)),
				Objects.requireNonNull(row.get("time", OffsetDateTime.class)).toInstant(),
				Objects.requireNonNull(row.get("data", String.class)));
	}

}
