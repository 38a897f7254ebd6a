package io.hallcommand.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Today by the database's clock, which all nodes share; their own may be set wrongly.
 */
final class DatabaseClock {

	private static final Duration FRESH = Duration.ofMinutes(30);

	private final Database database;

	private final Duration ahead;

	private volatile @Nullable Reading reading;

	DatabaseClock(Database database) {
		this(database, Duration.ZERO);
	}

	/**
	 * @param ahead how much later than the database's clock; for tests
	 */
	DatabaseClock(Database database, Duration ahead) {
		this.database = database;
		this.ahead = ahead;
	}

	/** Costs a question to the database now and then. */
	Mono<LocalDate> today() {
		return Mono.defer(() -> {
			Reading last = this.reading;
			return (last != null && last.age().compareTo(FRESH) < 0) ? Mono.just(last) : ask();
		}).map((last) -> last.time().plus(last.age()).atZone(ZoneOffset.UTC).toLocalDate());
	}

	private Mono<Reading> ask() {
		return this.database
			.on("tell the time",
					(connection) -> Mono.from(connection.createStatement("select clock_timestamp()").execute())
						.flatMap((result) -> Mono.from(result.map((row) -> row.get(0, Instant.class)))))
			.map((time) -> new Reading(time.plus(this.ahead), System.nanoTime()))
			.doOnNext((last) -> this.reading = last);
	}

	/**
	 * What the database's clock said, and when.
	 */
	private record Reading(Instant time, long nanos) {

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.nanos);
		}

	}

}
