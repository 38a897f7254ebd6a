package io.hallcommand.core.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done.
 *
 * @param detail one sentence for people
 * @param by who was first, if that is the reason
 * @param at when
 */
public record EmergencyRefusal(Reason reason, String detail, @Nullable String by, @Nullable Instant at) {

	/**
	 * Reasons of refusals.
	 */
	public enum Reason {

		UNKNOWN_EMERGENCY, UNKNOWN_STEP, UNKNOWN_FINDING, UNKNOWN_DRILL, UNKNOWN_ZONE, UNKNOWN_EXIT,
		/** It has ended. */
		NOT_ACTIVE,
		/** Somebody was first. */
		ALREADY_DONE,
		/** What comes before the step is not done. */
		STEP_WAITS, NOT_DONE,
		/** The end needs two. */
		SAME_OFFICER, NOT_PROPOSED,
		/** It still runs. */
		NOT_ENDED, FINAL_REPORT_MISSING, SAME_EMERGENCY,
		/** One is a drill, the other is not. */
		OTHER_DRILL,
		/** The hall has as many as it can take. */
		TOO_MANY

	}

	static EmergencyRefusal of(Reason reason, String detail) {
		return new EmergencyRefusal(reason, detail, null, null);
	}

}
