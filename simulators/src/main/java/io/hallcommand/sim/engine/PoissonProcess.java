package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Arrivals whose rate changes with time, by thinning (Lewis and Shedler 1979).
 */
public final class PoissonProcess {

	private final RandomStream random;

	private final double maxPerHour;

	private final ToDoubleFunction<Instant> perHour;

	/**
	 * @param maxPerHour no smaller than the rate ever is
	 * @param perHour arrivals an hour at an instant
	 */
	public PoissonProcess(RandomStream random, double maxPerHour, ToDoubleFunction<Instant> perHour) {
		this.random = random;
		this.maxPerHour = maxPerHour;
		this.perHour = perHour;
	}

	/**
	 * The next arrival after an instant.
	 * @return empty if there is none until {@code end}
	 */
	public Optional<Instant> next(Instant after, Instant end) {
		if (this.maxPerHour <= 0) {
			return Optional.empty();
		}
		Instant time = after;
		while (true) {
			double hours = this.random.exponential(1 / this.maxPerHour);
			time = time.plus(Duration.ofNanos(Math.round(Math.min(hours, 1e5) * 3.6e12)));
			if (time.isAfter(end)) {
				return Optional.empty();
			}
			if (this.random.chance(this.perHour.applyAsDouble(time) / this.maxPerHour)) {
				return Optional.of(time);
			}
		}
	}

}
