package io.hallcommand.core.alert;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What an officer may want to do with an alert.
 */
public sealed interface AlertAction {

	/** The longest time that an alert may be shelved: a shift. Team default. */
	Duration LONGEST_SHELF = Duration.ofHours(8);

	Duration SHORTEST_SHELF = Duration.ofMinutes(1);

	/** I have seen it, and I am on it. */
	record Acknowledge(@Nullable String note) implements AlertAction {
	}

	record WriteNote(String note) implements AlertAction {
	}

	record Assign(String to, @Nullable String note) implements AlertAction {
	}

	record Shelve(Duration time, String reason) implements AlertAction {
	}

	/** Bring a shelved one back before its time. */
	record Unshelve(@Nullable String note) implements AlertAction {
	}

	/** What it was about is over, and so is this. */
	record Close(@Nullable String note) implements AlertAction {
	}

}
