package io.hallcommand.core.window;

import java.time.Duration;
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
 * @param since when what it does but for an emergency began
 * @param ticket the ticket called to it or served at it
 * @param serving whether that ticket's service has begun
 * @param staff who works there, as the devices name them: a number, never a person's name
 * @param awaySince since when the staff are away, {@code null} while they are there
 * @param queues the queues it serves
 * @param suspendedSince since when an emergency has stopped it; {@code null} if none has
 * @param lastCall the newest call of the day; {@code null} before the first
 */
public record ServiceWindow(boolean open, boolean paused, boolean serving, Instant since, @Nullable TicketId ticket,
		@Nullable String staff, @Nullable Instant awaySince, @Nullable String reason, List<QueueId> queues,
		@Nullable Instant suspendedSince, @Nullable Call lastCall) {

	public static ServiceWindow closed(Instant since, List<QueueId> queues) {
		return new ServiceWindow(false, false, false, since, null, null, null, null, queues, null, null);
	}

	public WindowStatus status() {
		return (this.suspendedSince != null) ? WindowStatus.SUSPENDED : stage();
	}

	/** When the present {@link #status()} began. */
	public Instant statusSince() {
		return (this.suspendedSince != null) ? this.suspendedSince : this.since;
	}

	/** What it does but for the emergency. */
	private WindowStatus stage() {
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
		return this.open && !this.paused && this.suspendedSince == null;
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

	public ServiceWindow calling(TicketId ticket, QueueId from, Instant now) {
		ServiceWindow other = with(true, false, false, ticket, this.staff, this.awaySince, null, this.queues, now);
		// A new call to the same window begins a new period, though the status is the
		// same
		return (ticket.equals(this.ticket) ? other : other.since(now)).lastCall(Call.first(ticket, from, now));
	}

	/** The ticket that was called is called once more. */
	public ServiceWindow recalling(TicketId ticket, QueueId from, Instant now) {
		Call call = this.lastCall;
		// The first call may have been yesterday
		return lastCall(
				(call != null && call.ticket().equals(ticket)) ? call.again(now) : Call.first(ticket, from, now));
	}

	/** Nothing was called yet today. */
	public ServiceWindow uncalled() {
		return (this.lastCall != null) ? lastCall(null) : this;
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

	/** An emergency stops it. */
	public ServiceWindow suspended(Instant now) {
		return new ServiceWindow(this.open, this.paused, this.serving, this.since, this.ticket, this.staff,
				this.awaySince, this.reason, this.queues, now, this.lastCall);
	}

	/** It goes on where it was: the time of the stop does not count. */
	public ServiceWindow goesOn(Instant now) {
		Instant stopped = this.suspendedSince;
		if (stopped == null) {
			return this;
		}
		Instant from = stopped.isAfter(this.since) ? stopped : this.since;
		Duration stop = now.isAfter(from) ? Duration.between(from, now) : Duration.ZERO;
		return new ServiceWindow(this.open, this.paused, this.serving, this.since.plus(stop), this.ticket, this.staff,
				this.awaySince, this.reason, this.queues, null, this.lastCall);
	}

	/** The same without who works there, whether they are away, and why it pauses. */
	public ServiceWindow forVisitors() {
		return new ServiceWindow(this.open, this.paused, this.serving, this.since, this.ticket, null, null, null,
				this.queues, this.suspendedSince, this.lastCall);
	}

	public ServiceWindow serves(List<QueueId> queues) {
		return Objects.equals(queues, this.queues) ? this
				: new ServiceWindow(this.open, this.paused, this.serving, this.since, this.ticket, this.staff,
						this.awaySince, this.reason, queues, this.suspendedSince, this.lastCall);
	}

	private ServiceWindow lastCall(@Nullable Call call) {
		return new ServiceWindow(this.open, this.paused, this.serving, this.since, this.ticket, this.staff,
				this.awaySince, this.reason, this.queues, this.suspendedSince, call);
	}

	private ServiceWindow since(Instant since) {
		return new ServiceWindow(this.open, this.paused, this.serving, since, this.ticket, this.staff, this.awaySince,
				this.reason, this.queues, this.suspendedSince, this.lastCall);
	}

	private ServiceWindow with(boolean open, boolean paused, boolean serving, @Nullable TicketId ticket,
			@Nullable String staff, @Nullable Instant awaySince, @Nullable String reason, List<QueueId> queues,
			Instant now) {
		ServiceWindow next = new ServiceWindow(open, paused, serving, this.since, ticket, staff, awaySince, reason,
				queues, this.suspendedSince, this.lastCall);
		return (next.stage() == stage()) ? next : next.since(now);
	}

}
