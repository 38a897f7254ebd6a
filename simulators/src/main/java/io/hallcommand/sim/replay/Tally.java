package io.hallcommand.sim.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.queue.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Counts tickets by queue over any number of days, from a journal's entries alone.
 */
public final class Tally {

	private final SequencedMap<String, Count> counts = new TreeMap<>();

	private final Map<TicketId, String> queues = new HashMap<>();

	private int anomalies;

	/**
	 * Tickets of a queue.
	 */
	public record Count(int issued, int served, int abandoned, int noShows) {

		static final Count NONE = new Count(0, 0, 0, 0);

		Count plus(int issued, int served, int abandoned, int noShows) {
			return new Count(this.issued + issued, this.served + served, this.abandoned + abandoned,
					this.noShows + noShows);
		}

	}

	void add(JournalEntry entry) {
		if (entry.anomaly() != null) {
			this.anomalies++;
		}
		if (entry.applied() && entry.event() instanceof HallEvent.TicketFact fact) {
			ticket(fact);
		}
	}

	private void ticket(HallEvent.TicketFact fact) {
		switch (fact) {
			case HallEvent.TicketIssued issued -> {
				this.queues.put(issued.ticket(), issued.queue().value());
				count(issued.queue().value(), 1, 0, 0, 0);
			}
			case HallEvent.TicketTransferred transferred ->
				this.queues.put(transferred.ticket(), transferred.queue().value());
			case HallEvent.TicketCompleted completed -> count(left(completed), 0, 1, 0, 0);
			case HallEvent.TicketAbandoned abandoned -> count(left(abandoned), 0, 0, 1, 0);
			case HallEvent.TicketNoShow noShow -> count(left(noShow), 0, 0, 0, 1);
			case HallEvent.TicketCalled called -> {
			}
			case HallEvent.TicketRecalled recalled -> {
			}
			case HallEvent.TicketStarted started -> {
			}
			case HallEvent.TicketParked parked -> {
			}
			case HallEvent.TicketResumed resumed -> {
			}
			case HallEvent.TicketRated rated -> {
			}
		}
	}

	private @Nullable String left(HallEvent.TicketFact fact) {
		return this.queues.remove(fact.ticket());
	}

	private void count(@Nullable String queue, int issued, int served, int abandoned, int noShows) {
		String name = (queue != null) ? queue : "?";
		this.counts.put(name, this.counts.getOrDefault(name, Count.NONE).plus(issued, served, abandoned, noShows));
	}

	/**
	 * By queue, in the order of their names.
	 */
	public SequencedMap<String, Count> counts() {
		return new TreeMap<>(this.counts);
	}

	public int anomalies() {
		return this.anomalies;
	}

}
