package io.hallcommand.core.alert;

import java.time.Instant;

/**
 * Where an alert is in its life, after ISA-18.2. Whether its condition holds is another
 * question: {@link Alert#active()}.
 */
public sealed interface AlertState {

	/**
	 * It stands, and nobody has taken note of it.
	 *
	 * @param since when it was raised, came back, or got worse
	 */
	record Unacknowledged(Instant since) implements AlertState {
	}

	record Acknowledged(String by, Instant at) implements AlertState {
	}

	/** The condition is gone, and nobody ever acknowledged. */
	record Cleared(Instant at) implements AlertState {
	}

	/** Put aside by an officer for a while. */
	record Shelved(String by, Instant at, Instant until, String reason) implements AlertState {
	}

	/** Kept back by a {@link Hold}. */
	record Held(String hold, Hold.Kind kind) implements AlertState {
	}

	/** Normal again: nothing is left to do. */
	record Closed(Instant at) implements AlertState {
	}

}
