package io.hallcommand.core.window;

import java.time.Instant;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;

/**
 * The newest call of a window's day. It stays when the service begins or ends.
 *
 * @param queue from which the ticket was called
 * @param at when it was called last
 * @param times 1 for the first call, 2 after it was called once more
 */
public record Call(TicketId ticket, QueueId queue, Instant at, int times) {

	static Call first(TicketId ticket, QueueId queue, Instant at) {
		return new Call(ticket, queue, at, 1);
	}

	Call again(Instant at) {
		return new Call(this.ticket, this.queue, at, this.times + 1);
	}

}
