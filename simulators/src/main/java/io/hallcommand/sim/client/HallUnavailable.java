package io.hallcommand.sim.client;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The server does not answer, or not now: asking again may help.
 */
public final class HallUnavailable extends IOException {

	private final @Nullable Duration retryAfter;

	public HallUnavailable(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(message, cause);
		this.retryAfter = retryAfter;
	}

	/**
	 * How long the server asks to wait, if it says.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
