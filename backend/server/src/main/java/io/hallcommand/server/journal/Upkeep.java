package io.hallcommand.server.journal;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the partitions of the days to come and drops those that nobody needs any more.
 */
final class Upkeep {

	private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

	private static final Duration PAUSE = Duration.ofHours(1);

	private final PostgresJournal journal;

	private final Retention retention;

	private volatile Disposable work = () -> {
	};

	Upkeep(PostgresJournal journal, Retention retention) {
		this.journal = journal;
		this.retention = retention;
	}

	void start() {
		this.work = Flux.interval(Duration.ZERO, PAUSE).onBackpressureDrop().concatMap((tick) -> once()).subscribe();
	}

	private Mono<Void> once() {
		return this.journal.makeDays()
			.then(this.retention.drop())
			.doOnError((ex) -> log.warn("The journal's upkeep failed and is tried again in an hour", ex))
			.onErrorComplete();
	}

	void stop() {
		this.work.dispose();
	}

}
