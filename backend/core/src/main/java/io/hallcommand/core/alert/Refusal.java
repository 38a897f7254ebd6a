package io.hallcommand.core.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done.
 *
 * @param detail one sentence for people
 * @param by who was first, if that is the reason
 * @param at when
 */
public record Refusal(Reason reason, String detail, @Nullable String by, @Nullable Instant at) {

	/**
	 * Reasons of refusals.
	 */
	public enum Reason {

		/** The hall has no such alert, or it was closed a while ago. */
		UNKNOWN_ALERT,
		/** It is closed. */
		NOT_OPEN, ALREADY_ACKNOWLEDGED, ALREADY_SHELVED, NOT_SHELVED, CRITICAL_IS_NOT_SHELVED, SHELF_TIME,
		/** Its condition still holds. */
		STILL_ACTIVE,
		/** It is kept back by a hold. */
		HELD, UNKNOWN_HOLD,
		/** The hall has as many as it can take. */
		TOO_MANY

	}

	static Refusal of(Reason reason, String detail) {
		return new Refusal(reason, detail, null, null);
	}

}
