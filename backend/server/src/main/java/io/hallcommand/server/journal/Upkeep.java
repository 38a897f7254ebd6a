package io.hallcommand.server.journal;

import java.time.Duration;

import io.hallcommand.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes the partitions of the days to come and drops those that nobody needs any more.
 */
final class Upkeep {

	private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

	private static final Duration PAUSE = Duration.ofHours(1);

	private final PostgresJournal journal;

	private final Retention retention;

	private final Rounds rounds = new Rounds(Duration.ZERO, PAUSE, this::once,
			(failure) -> log.warn("The journal's upkeep failed and is tried again in an hour", failure));

	Upkeep(PostgresJournal journal, Retention retention) {
		this.journal = journal;
		this.retention = retention;
	}

	void start() {
		this.rounds.start();
	}

	private Mono<Void> once() {
		return this.journal.makeDays().then(this.retention.drop());
	}

	void stop() {
		this.rounds.stop();
	}

}
