package io.hallcommand.core.window;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * A window's state, as a value.
 *
 * @param open whether the window is open for new tickets. A window that is closed or
 * paused while it serves goes on until that ticket is done.
 * @param since when the present {@link #status()} began
 * @param ticket the ticket called to it or served at it
 * @param serving whether that ticket's service has begun
 * @param staff who works there, as the devices name them: a number, never a person's name
 * @param awaySince since when the staff are away, {@code null} while they are there
 * @param queues the queues it serves
 */
public record ServiceWindow(boolean open, boolean paused, boolean serving, Instant since, @Nullable TicketId ticket,
		@Nullable String staff, @Nullable Instant awaySince, @Nullable String reason, List<QueueId> queues) {

	public static ServiceWindow closed(Instant since, List<QueueId> queues) {
		return new ServiceWindow(false, false, false, since, null, null, null, null, queues);
	}

	public WindowStatus status() {
		if (this.ticket != null) {
			return this.serving ? WindowStatus.SERVING : WindowStatus.CALLING;
		}
		if (!this.open) {
			return WindowStatus.CLOSED;
		}
		return this.paused ? WindowStatus.PAUSED : WindowStatus.IDLE;
	}

	/**
	 * Whether the window takes part in the work of its queues.
	 */
	public boolean working() {
		return this.open && !this.paused;
	}

	public ServiceWindow opened(@Nullable String staff, List<QueueId> queues, Instant now) {
		return with(true, false, this.serving, this.ticket, (staff != null) ? staff : this.staff, null, null, queues,
				now);
	}

	public ServiceWindow closed(Instant now) {
		return with(false, false, this.serving, this.ticket, null, null, null, this.queues, now);
	}

	public ServiceWindow paused(@Nullable String reason, Instant now) {
		return with(true, true, this.serving, this.ticket, this.staff, this.awaySince, reason, this.queues, now);
	}

	public ServiceWindow resumed(Instant now) {
		return with(true, false, this.serving, this.ticket, this.staff, this.awaySince, null, this.queues, now);
	}

	public ServiceWindow calling(TicketId ticket, Instant now) {
		ServiceWindow other = with(true, false, false, ticket, this.staff, this.awaySince, null, this.queues, now);
		// A new call to the same window begins a new period, though the status is the
		// same
		return ticket.equals(this.ticket) ? other : other.since(now);
	}

	public ServiceWindow serving(TicketId ticket, Instant now) {
		ServiceWindow other = with(true, false, true, ticket, this.staff, this.awaySince, null, this.queues, now);
		return ticket.equals(this.ticket) ? other : other.since(now);
	}

	public ServiceWindow free(Instant now) {
		return with(this.open, this.paused, false, null, this.staff, this.awaySince, this.reason, this.queues, now);
	}

	public ServiceWindow staffLeft(Instant now) {
		return with(this.open, this.paused, this.serving, this.ticket, this.staff, now, this.reason, this.queues, now);
	}

	public ServiceWindow staffReturned(Instant now) {
		return with(this.open, this.paused, this.serving, this.ticket, this.staff, null, this.reason, this.queues, now);
	}

	public ServiceWindow serves(List<QueueId> queues) {
		return Objects.equals(queues, this.queues) ? this : new ServiceWindow(this.open, this.paused, this.serving,
				this.since, this.ticket, this.staff, this.awaySince, this.reason, queues);
	}

	private ServiceWindow since(Instant since) {
		return new ServiceWindow(this.open, this.paused, this.serving, since, this.ticket, this.staff, this.awaySince,
				this.reason, this.queues);
	}

	private ServiceWindow with(boolean open, boolean paused, boolean serving, @Nullable TicketId ticket,
			@Nullable String staff, @Nullable Instant awaySince, @Nullable String reason, List<QueueId> queues,
			Instant now) {
		ServiceWindow next = new ServiceWindow(open, paused, serving, this.since, ticket, staff, awaySince, reason,
				queues);
		return (next.status() == status()) ? next : next.since(now);
	}

}
