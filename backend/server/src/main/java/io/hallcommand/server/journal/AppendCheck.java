package io.hallcommand.server.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;

/**
 * Refuses batches that no caller may make. One slip would spoil a journal for good.
 */
final class AppendCheck {

	private AppendCheck() {
	}

	/**
	 * Checks a batch.
	 * @throws IllegalArgumentException if a hall stands in it twice, has no entries, has
	 * versions that do not follow the expected one without a gap, or a key twice
	 */
	static void check(List<Journal.Append> batch) {
		Set<HallId> halls = new HashSet<>();
		for (Journal.Append append : batch) {
			if (!halls.add(append.hall())) {
				throw new IllegalArgumentException("Hall " + append.hall() + " stands twice in a batch");
			}
			if (append.entries().isEmpty()) {
				throw new IllegalArgumentException("Nothing to append to hall " + append.hall());
			}
			long version = append.expected();
			Set<EventKey> keys = new HashSet<>();
			for (JournalEntry entry : append.entries()) {
				if (entry.version() != ++version) {
					throw new IllegalArgumentException("Version " + entry.version() + " of hall " + append.hall()
							+ " stands where " + version + " belongs");
				}
				if (!keys.add(entry.key())) {
					throw new IllegalArgumentException(
							"The key " + entry.key() + " stands twice in an append to hall " + append.hall());
				}
			}
		}
	}

}
