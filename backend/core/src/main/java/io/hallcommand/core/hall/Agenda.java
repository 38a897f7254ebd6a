package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done when. An entry whose time has moved on is put right only when it
 * comes up: most move on with every event and never come up.
 */
final class Agenda {

	private final TreeSet<Entry> entries = new TreeSet<>(
			Comparator.<Entry, Instant>comparing((entry) -> entry.armed).thenComparingLong((entry) -> entry.number));

	private long numbers;

	/**
	 * Something that may be due at some time.
	 */
	abstract static sealed class Entry permits Watch, CareTimer {

		private Instant armed = Instant.MAX;

		private boolean listed;

		private final long number;

		Entry(Agenda agenda) {
			this.number = agenda.numbers++;
		}

		/** When there is something to do next; {@code null} if never. */
		abstract @Nullable Instant due();

	}

	/** The entry's time may have changed. */
	void moved(Entry entry) {
		Instant due = entry.due();
		if (due != null && (!entry.listed || due.isBefore(entry.armed))) {
			remove(entry);
			entry.armed = due;
			entry.listed = true;
			this.entries.add(entry);
		}
	}

	void remove(Entry entry) {
		if (entry.listed) {
			this.entries.remove(entry);
			entry.listed = false;
		}
	}

	/** What is due first, if anything ever is. */
	@Nullable Entry first() {
		while (!this.entries.isEmpty()) {
			Entry first = this.entries.first();
			Instant due = first.due();
			if (due != null && !due.isAfter(first.armed)) {
				return first;
			}
			remove(first);
			moved(first);
		}
		return null;
	}

}
