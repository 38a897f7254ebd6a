package io.hallcommand.server.journal;

import java.time.LocalDate;
import java.util.List;

import io.hallcommand.wire.SnapshotJson;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Drops days that are older than they need to be kept, the oldest first; but never one
 * with an entry that a hall's snapshot does not cover, for the hall could not be brought
 * to life without it.
 */
final class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final String DAYS = """
			select substr(c.relname, 9)
			from pg_inherits i join pg_class c on c.oid = i.inhrelid
			where i.inhparent = 'journal'::regclass and c.relname ~ '^journal_[0-9]{8}$'
				and to_date(substr(c.relname, 9), 'YYYYMMDD') < $1::date
			order by 1
			""";

	private static final String UNCOVERED = """
			select count(*) from (select hall, max(version) as version from journal_%s group by hall) newest
			where not exists (select from snapshot s
				where s.hall = newest.hall and s.format = $1 and s.version >= newest.version)
			""";

	private final Database database;

	private final DatabaseClock clock;

	private final @Nullable Integer keep;

	/**
	 * @param keep how many days; {@code null} for ever
	 */
	Retention(Database database, DatabaseClock clock, @Nullable Integer keep) {
		this.database = database;
		this.clock = clock;
		this.keep = keep;
	}

	Mono<Void> drop() {
		Integer days = this.keep;
		if (days == null) {
			return Mono.empty();
		}
		return this.clock.today()
			.flatMap((today) -> this.database.on("list its days",
					(connection) -> days(connection, today.minusDays(days))))
			.flatMapIterable((old) -> old)
			.concatMap((day) -> this.database.on("drop a day", (connection) -> drop(connection, day)))
			.takeWhile((dropped) -> dropped)
			.then();
	}

	private static Mono<List<String>> days(Connection connection, LocalDate before) {
		return Mono.from(connection.createStatement(DAYS).bind("$1", before).execute())
			.flatMapMany((result) -> result.map((row) -> Columns.get(row, "substr", String.class)))
			.collectList();
	}

	private static Mono<Boolean> drop(Connection connection, String day) {
		return Mono.from(connection.createStatement(UNCOVERED.formatted(day)).bind("$1", SnapshotJson.FORMAT).execute())
			.flatMap((result) -> Mono.from(result.map((row) -> Columns.get(row, "count", Long.class))))
			.flatMap((uncovered) -> {
				if (uncovered > 0) {
					log.warn("The journal's day {} is kept: {} halls have no snapshot beyond it", day, uncovered);
					return Mono.just(false);
				}
				log.info("Dropping the journal's day {}", day);
				return Mono.from(connection.createStatement("drop table journal_" + day).execute())
					.flatMap((result) -> Mono.from(result.getRowsUpdated()))
					.thenReturn(true);
			});
	}

}
