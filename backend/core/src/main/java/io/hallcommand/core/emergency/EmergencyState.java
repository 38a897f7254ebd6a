package io.hallcommand.core.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an emergency is in its life.
 */
public sealed interface EmergencyState {

	record Active() implements EmergencyState {
	}

	/** One officer wants to end it; another is to confirm. */
	record Ending(Outcome outcome, String by, Instant at) implements EmergencyState {
	}

	/** It is over for visitors; reports and the review are left. */
	record Ended(Outcome outcome, String by, Instant at) implements EmergencyState {
	}

	/**
	 * Nothing is left to do.
	 *
	 * @param into the other emergency, if it was merged
	 */
	record Closed(Outcome outcome, Instant endedAt, String endedBy, Instant at,
			@Nullable EmergencyId into) implements EmergencyState {
	}

	/** Whether people are still told what to do. */
	default boolean runs() {
		return this instanceof Active || this instanceof Ending;
	}

	/**
	 * Visitors hear that it is over when it is: that one officer wants to end it, perhaps
	 * as a false alarm, is for the other officer.
	 */
	default EmergencyState forVisitors() {
		return switch (this) {
			case Active active -> active;
			case Ending ending -> new Active();
			case Ended ended -> new Ended(ended.outcome(), Declaration.NOBODY, ended.at());
			case Closed closed ->
				new Closed(closed.outcome(), closed.endedAt(), Declaration.NOBODY, closed.at(), closed.into());
		};
	}

}
