package io.hallcommand.server.directory;

import java.time.Duration;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Finishes changes of plans whose node died between the journal and the directory's
 * table: what the journal says is taken over.
 */
@Component
class PlanRecovery implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PlanRecovery.class);

	private static final Duration EVERY = Duration.ofMinutes(1);

	private final PlanStore store;

	private final PostgresDirectory directory;

	private final Journal journal;

	private final Rounds rounds = new Rounds(Duration.ZERO, EVERY, this::run,
			(failure) -> logger.debug("Changes of plans that were left over could not be looked at", failure));

	PlanRecovery(PlanStore store, PostgresDirectory directory, Journal journal) {
		this.store = store;
		this.directory = directory;
		this.journal = journal;
	}

	/** Looks at all changes that were left over. */
	Mono<Void> run() {
		return this.store.leftOver()
			.concatMap((intent) -> recover(intent.hall()).then(this.directory.store())
				.then(this.store.fulfilled(intent.id())))
			.then();
	}

	private Mono<Void> recover(HallId hall) {
		return this.journal.snapshot(hall).doOnNext((snapshot) -> {
			if (snapshot.plan() != null) {
				this.directory.planned(snapshot.plan(), snapshot.version());
			}
		})
			.thenMany(Flux.defer(() -> this.journal.read(hall, this.directory.version(hall), Long.MAX_VALUE)))
			.doOnNext((entry) -> {
				if (entry.event() instanceof HallEvent.HallPlanned planned) {
					this.directory.planned(planned.plan(), entry.version());
				}
			})
			.then();
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	@Override
	public void stop() {
		this.rounds.stop();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
