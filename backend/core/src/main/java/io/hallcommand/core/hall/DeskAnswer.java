package io.hallcommand.core.hall;

import java.util.List;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order from the desk.
 *
 * @param entries what to write, also when it was refused: what was due before it, and its
 * note
 * @param events what the order itself did
 * @param refusal {@code null} if it was done
 * @param version the hall's version after it
 * @param alert the alert after it, if it was about one
 */
public record DeskAnswer(List<JournalEntry> entries, List<AlertEvent> events, @Nullable Refusal refusal, long version,
		@Nullable Alert alert) implements Answer {

	/** Something that is not about one alert was done. */
	public static DeskAnswer of(List<JournalEntry> entries, long version) {
		return new DeskAnswer(entries, List.of(), null, version, null);
	}

	/** It was done before. */
	public static DeskAnswer nothing(long version) {
		return of(List.of(), version);
	}

}
