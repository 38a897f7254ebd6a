package io.hallcommand.core.hall;

import java.util.List;

/**
 * What came of an order.
 */
public sealed interface Answer permits DeskAnswer, EmergencyAnswer {

	/**
	 * What to write, also when it was refused: what was due before it, and its note.
	 */
	List<JournalEntry> entries();

	/** The hall's version after it. */
	long version();

}
