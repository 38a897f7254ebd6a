package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;

import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's way through the hall, from its issue until it leaves.
 *
 * @param since when the present stage began; while waiting, when the wait began
 * @param window where it was called to or is served
 * @param waited how long it waited before the present stage
 */
record Visit(TicketId ticket, QueueId queue, Priority priority, Stage stage, Instant since, @Nullable WindowId window,
		Duration waited) {

	enum Stage {

		WAITING, CALLED, SERVING, PARKED

	}

	static Visit waiting(TicketId ticket, QueueId queue, Priority priority, Instant now) {
		return new Visit(ticket, queue, priority, Stage.WAITING, now, null, Duration.ZERO);
	}

	boolean isAt(WindowId other) {
		return other.equals(this.window);
	}

	Visit called(WindowId window, Instant now) {
		return new Visit(this.ticket, this.queue, this.priority, Stage.CALLED, now, window, waited(now));
	}

	Visit started(WindowId window, Instant now) {
		return new Visit(this.ticket, this.queue, this.priority, Stage.SERVING, now, window, waited(now));
	}

	Visit parked(Instant now) {
		return new Visit(this.ticket, this.queue, this.priority, Stage.PARKED, now, null, waited(now));
	}

	/**
	 * Waits again; what it had waited before counts on.
	 */
	Visit resumed(Instant now) {
		return new Visit(this.ticket, this.queue, this.priority, Stage.WAITING, now.minus(this.waited), null,
				Duration.ZERO);
	}

	Visit transferred(QueueId queue, Instant now) {
		return waiting(this.ticket, queue, this.priority, now);
	}

	/** The time of a stop does not count as a wait. */
	Visit later(Duration stop) {
		return new Visit(this.ticket, this.queue, this.priority, this.stage, this.since.plus(stop), this.window,
				this.waited);
	}

	/** Devices' clocks differ a little: a wait is never negative. */
	private Duration waited(Instant now) {
		if (this.stage != Stage.WAITING) {
			return this.waited;
		}
		return now.isAfter(this.since) ? Duration.between(this.since, now) : Duration.ZERO;
	}

}
