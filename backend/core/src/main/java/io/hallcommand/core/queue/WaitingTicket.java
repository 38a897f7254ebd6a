package io.hallcommand.core.queue;

import java.time.Instant;
import java.util.Comparator;

/**
 * A ticket that waits to be called.
 *
 * @param since when its wait began. After parking, the wait it had already collected is
 * kept: {@code since} is then set back by it.
 */
public record WaitingTicket(TicketId ticket, Instant since, Priority priority) {

	/**
	 * The one that has waited longest first.
	 */
	static final Comparator<WaitingTicket> LONGEST_FIRST = Comparator.comparing(WaitingTicket::since)
		.thenComparing(WaitingTicket::ticket);

}
