package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.SequencedMap;

import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.queue.WaitingTicket;
import org.jspecify.annotations.Nullable;

/**
 * A queue as screens get it, without what the plan says of it.
 *
 * @param expectedWaitSeconds for somebody who takes a ticket now; {@code null} when no
 * open window serves the queue
 * @param openWindows windows that work for it now, of {@code totalWindows}
 * @param suspendedSince since when an emergency has stopped all of its windows
 * @param tickets in a view all that wait; in a patch those that changed, with
 * {@code null} for one that waits no longer
 */
public record QueueView(int waiting, @Nullable Instant longestWaitSince, @Nullable Long expectedWaitSeconds,
		int openWindows, int totalWindows, QueueFigures figures, @Nullable Instant suspendedSince,
		SequencedMap<TicketId, @Nullable WaitingTicket> tickets) {

}
