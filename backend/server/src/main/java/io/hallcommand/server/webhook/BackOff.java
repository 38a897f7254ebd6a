package io.hallcommand.server.webhook;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: longer each time, and then no more. The pauses vary a
 * little, so that a receiver that comes back does not meet all its messages at once.
 *
 * @param pauses after the first failure, the second and so on
 */
record BackOff(List<Duration> pauses) {

	/** A fifth more or less. */
	private static final double JITTER = 0.2;

	/**
	 * The pause after an attempt that failed.
	 * @param attempts how many there were, at least 1
	 * @param chance from 0 to 1
	 * @return {@code null} if there is to be no other attempt
	 */
	@Nullable Duration after(int attempts, double chance) {
		if (attempts > this.pauses.size()) {
			return null;
		}
		double factor = 1 + JITTER * (2 * chance - 1);
		return Duration.ofMillis(Math.round(this.pauses.get(attempts - 1).toMillis() * factor));
	}

}
