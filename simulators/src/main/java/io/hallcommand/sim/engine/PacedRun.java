package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets an agenda happen at a pace. What is due before the start happens at once.
 */
public final class PacedRun {

	private final Agenda agenda;

	private final Pace pace;

	private final InstantSource clock;

	private final CountDownLatch stopped = new CountDownLatch(1);

	public PacedRun(Agenda agenda, Pace pace, InstantSource clock) {
		this.agenda = agenda;
		this.pace = pace;
		this.clock = clock;
	}

	/**
	 * Runs until the end, until nothing is left to happen, or until stopped.
	 * @param start the virtual time at which real time begins to count
	 */
	public void run(Instant start, Instant end) throws InterruptedException {
		Instant realStart = this.clock.instant();
		while (this.stopped.getCount() > 0) {
			Optional<Instant> next = this.agenda.next();
			if (next.isEmpty() || next.get().isAfter(end)) {
				return;
			}
			Duration wait = next.get().isAfter(start)
					? Duration.between(this.clock.instant(), this.pace.real(next.get(), start, realStart))
					: Duration.ZERO;
			if (!this.pace.isUnbounded() && wait.isPositive()
					&& this.stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
				return;
			}
			this.agenda.step();
		}
	}

	public void stop() {
		this.stopped.countDown();
	}

}
