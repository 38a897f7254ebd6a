package io.hallcommand.server.directory;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work that does the same for all who want it. One run is under way at a time; who comes
 * meanwhile shares the next one, which begins after they came.
 */
final class Shared {

	private final Mono<Void> work;

	private boolean running;

	/** Told when the next run ends; there is none if nobody waits for it. */
	private Sinks.@Nullable One<Void> waiting;

	Shared(Mono<Void> work) {
		this.work = work;
	}

	/** Completes, or fails, with a run that begins after the subscription. */
	Mono<Void> run() {
		return Mono.defer(() -> {
			Sinks.One<Void> mine = join();
			startNext();
			return mine.asMono();
		});
	}

	private synchronized Sinks.One<Void> join() {
		if (this.waiting == null) {
			this.waiting = Sinks.one();
		}
		return this.waiting;
	}

	private void startNext() {
		Sinks.One<Void> next;
		synchronized (this) {
			next = this.waiting;
			if (this.running || next == null) {
				return;
			}
			this.waiting = null;
			this.running = true;
		}
		this.work.subscribe((nothing) -> {
		}, (failure) -> ended(() -> next.tryEmitError(failure)), () -> ended(next::tryEmitEmpty));
	}

	private void ended(Runnable answer) {
		synchronized (this) {
			this.running = false;
		}
		startNext();
		answer.run();
	}

}
