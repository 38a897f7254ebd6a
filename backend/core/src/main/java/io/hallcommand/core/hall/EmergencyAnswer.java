package io.hallcommand.core.hall;

import java.util.List;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order about emergencies.
 *
 * @param entries what to write, also when it was refused: what was due before it, and its
 * note
 * @param events what the order itself did
 * @param refusal {@code null} if it was done
 * @param version the hall's version after it
 * @param emergency the emergency after it, if it was about one
 */
public record EmergencyAnswer(List<JournalEntry> entries, List<EmergencyEvent> events,
		@Nullable EmergencyRefusal refusal, long version, @Nullable Emergency emergency) implements Answer {

	/** It was done before. */
	public static EmergencyAnswer nothing(long version) {
		return new EmergencyAnswer(List.of(), List.of(), null, version, null);
	}

}
