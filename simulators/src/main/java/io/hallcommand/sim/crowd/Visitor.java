package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.sim.engine.Agenda;

/**
 * Somebody with a ticket.
 */
final class Visitor {

	final TicketId ticket;

	final boolean priority;

	final boolean comes;

	QueueId queue;

	Instant since;

	/** How long the visitor had waited when called the last time. */
	Duration waited = Duration.ZERO;

	Agenda.Appointment leaving = () -> {
	};

	/**
	 * @param comes whether the visitor comes when called
	 */
	Visitor(TicketId ticket, QueueId queue, boolean priority, boolean comes, Instant since) {
		this.ticket = ticket;
		this.queue = queue;
		this.priority = priority;
		this.comes = comes;
		this.since = since;
	}

}
