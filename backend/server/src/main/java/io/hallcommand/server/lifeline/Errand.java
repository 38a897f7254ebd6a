package io.hallcommand.server.lifeline;

import java.util.function.Consumer;

import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.server.live.Halls;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Something urgent on its way into the journal. It is told to its sender once: when it is
 * recorded, or before that when it is shown.
 */
final class Errand {

	private final Pending pending;

	private final Sinks.One<Told> told = Sinks.one();

	private boolean done;

	Errand(Pending pending) {
		this.pending = pending;
	}

	Pending pending() {
		return this.pending;
	}

	Mono<Told> told() {
		return this.told.asMono();
	}

	/** The database takes too long. */
	synchronized void show(Halls halls) {
		if (!this.done) {
			Consumer<EmergencyAnswer> tell = (answer) -> this.told.tryEmitValue(new Told(answer, false));
			halls.show(this.pending.hall(), this.pending.urgent())
				.defaultIfEmpty(EmergencyAnswer.nothing(0))
				.onErrorReturn(EmergencyAnswer.nothing(0))
				.subscribe(tell);
		}
	}

	/** It is in the journal, or was refused. */
	void recorded(Halls halls, EmergencyAnswer answer) {
		end(halls);
		this.told.tryEmitValue(new Told(answer, true));
	}

	/** It will never be in the journal. */
	void failed(Halls halls, Throwable cause) {
		end(halls);
		this.told.tryEmitError(cause);
	}

	/** In this order, so that nothing is shown that is recorded. */
	private synchronized void end(Halls halls) {
		this.done = true;
		halls.recorded(this.pending.hall(), this.pending.urgent());
	}

}
