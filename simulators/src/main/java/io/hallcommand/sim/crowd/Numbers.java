package io.hallcommand.sim.crowd;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.queue.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Hands out ticket numbers: by prefix, from 1 each day, never one that is still in the
 * hall.
 */
final class Numbers {

	private final Map<String, Integer> last = new HashMap<>();

	private final Set<TicketId> inHall = new HashSet<>();

	private @Nullable LocalDate date;

	TicketId next(HallPlan.Queue queue, LocalDate today) {
		if (!today.equals(this.date)) {
			if (this.date != null) {
				this.last.clear();
			}
			this.date = today;
		}
		String prefix = prefix(queue);
		TicketId ticket;
		do {
			ticket = new TicketId(prefix + "%03d".formatted(this.last.merge(prefix, 1, Integer::sum)));
		}
		while (!this.inHall.add(ticket));
		return ticket;
	}

	void gone(TicketId ticket) {
		this.inHall.remove(ticket);
	}

	/** A ticket of an earlier run is still in the hall. */
	void taken(TicketId ticket) {
		this.inHall.add(ticket);
	}

	/** An earlier run has handed out so many today. */
	void issued(HallPlan.Queue queue, int tickets) {
		this.last.merge(prefix(queue), tickets, Integer::sum);
	}

	private static String prefix(HallPlan.Queue queue) {
		return queue.prefix().isEmpty() ? queue.id() + "-" : queue.prefix();
	}

}
