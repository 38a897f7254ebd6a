package io.hallcommand.core.hall;

import java.time.Instant;

/**
 * Writes what is decided in a hall, and takes it over at once.
 */
interface Pen {

	/** The version of what is written next. */
	long next();

	/** The hall's time so far. */
	Instant at();

	/**
	 * Writes an event.
	 * @param time when it happened
	 * @param now when it was decided
	 */
	JournalEntry write(EventKey key, Instant time, Instant now, HallEvent event);

}
