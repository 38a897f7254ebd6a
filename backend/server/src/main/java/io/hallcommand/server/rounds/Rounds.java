package io.hallcommand.server.rounds;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does a piece of work every so often, one round after another; a round that is still
 * under way when the next is due takes its place. What failed is tried again in the next
 * round.
 */
public final class Rounds {

	private final Duration first;

	private final Duration every;

	private final Supplier<Mono<Void>> work;

	private final Consumer<Throwable> failed;

	private volatile @Nullable Disposable running;

	/**
	 * @param first how long after the start the first round begins
	 * @param every from the beginning of a round to that of the next
	 * @param failed told of every round that failed
	 */
	public Rounds(Duration first, Duration every, Supplier<Mono<Void>> work, Consumer<Throwable> failed) {
		this.first = first;
		this.every = every;
		this.work = work;
		this.failed = failed;
	}

	public void start() {
		this.running = Flux.interval(this.first, this.every)
			.onBackpressureDrop()
			.concatMap((tick) -> Mono.defer(this.work).doOnError(this.failed).onErrorComplete(), 1)
			.subscribe();
	}

	/** Ends a round that is under way, too. */
	public void stop() {
		Disposable last = this.running;
		if (last != null) {
			last.dispose();
			this.running = null;
		}
	}

	public boolean isRunning() {
		return this.running != null;
	}

}
