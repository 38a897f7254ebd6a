package io.hallcommand.sim.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and
 * never all at once.
 */
public final class BackOff {

	private final Duration first;

	private final Duration longest;

	private int failures;

	public BackOff(Duration first, Duration longest) {
		this.first = first;
		this.longest = longest;
	}

	public void succeeded() {
		this.failures = 0;
	}

	public int failures() {
		return this.failures;
	}

	/**
	 * The wait after one more failure.
	 * @param asked what the server asked for
	 */
	public Duration failed(@Nullable Duration asked) {
		this.failures++;
		long millis = Math.min(this.longest.toMillis(), this.first.toMillis() << Math.min(this.failures - 1, 16));
		if (asked != null) {
			millis = Math.max(Math.min(asked.toMillis(), this.longest.toMillis()), 1);
		}
		return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
	}

}
