package io.hallcommand.core.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The tickets that wait for one kind of service, and what the queue did today. Belongs to
 * one hall and is changed by it alone.
 */
public final class TicketQueue {

	/** Taken until the queue has seen services of its own. Team default. */
	static final double ASSUMED_SERVICE_SECONDS = 300;

	/** Weight of the newest service in the running mean: about the last ten count. */
	private static final double NEWEST_WEIGHT = 0.1;

	private final Map<TicketId, WaitingTicket> byTicket = new HashMap<>();

	private final TreeSet<WaitingTicket> byWait = new TreeSet<>(WaitingTicket.LONGEST_FIRST);

	private QueueFigures figures = QueueFigures.NONE;

	private double meanServiceSeconds = ASSUMED_SERVICE_SECONDS;

	private @Nullable Instant unmannedSince;

	private @Nullable Instant suspendedSince;

	public void join(WaitingTicket ticket) {
		WaitingTicket earlier = this.byTicket.put(ticket.ticket(), ticket);
		if (earlier != null) {
			this.byWait.remove(earlier);
		}
		this.byWait.add(ticket);
	}

	public @Nullable WaitingTicket leave(TicketId ticket) {
		WaitingTicket left = this.byTicket.remove(ticket);
		if (left != null) {
			this.byWait.remove(left);
		}
		return left;
	}

	public @Nullable WaitingTicket find(TicketId ticket) {
		return this.byTicket.get(ticket);
	}

	public int waiting() {
		return this.byTicket.size();
	}

	public @Nullable Instant longestWaitSince() {
		return this.byWait.isEmpty() ? null : this.byWait.first().since();
	}

	public @Nullable WaitingTicket longestWaiting() {
		return this.byWait.isEmpty() ? null : this.byWait.first();
	}

	/**
	 * How many wait since a time that fits; all who wait longer fit as well.
	 */
	public int countWhile(Predicate<Instant> since) {
		int count = 0;
		for (WaitingTicket ticket : this.byWait) {
			if (!since.test(ticket.since())) {
				break;
			}
			count++;
		}
		return count;
	}

	/**
	 * Since when no open window serves the queue; {@code null} while one does.
	 */
	public @Nullable Instant unmannedSince() {
		return this.unmannedSince;
	}

	public void unmannedSince(@Nullable Instant since) {
		this.unmannedSince = since;
	}

	/**
	 * Since when an emergency has stopped all of its windows; {@code null} if none has.
	 * Waits do not count meanwhile.
	 */
	public @Nullable Instant suspendedSince() {
		return this.suspendedSince;
	}

	public void suspendedSince(@Nullable Instant since) {
		this.suspendedSince = since;
	}

	/**
	 * The waiting tickets, longest wait first.
	 */
	public List<WaitingTicket> tickets() {
		return new ArrayList<>(this.byWait);
	}

	public QueueFigures figures() {
		return this.figures;
	}

	public void figures(QueueFigures figures) {
		this.figures = figures;
	}

	public double meanServiceSeconds() {
		return this.meanServiceSeconds;
	}

	public void meanServiceSeconds(double seconds) {
		this.meanServiceSeconds = seconds;
	}

	public void observeService(Duration service) {
		double seconds = service.toMillis() / 1000.0;
		this.meanServiceSeconds += NEWEST_WEIGHT * (seconds - this.meanServiceSeconds);
	}

	/**
	 * What somebody who takes a ticket now may expect to wait, in seconds: everybody
	 * ahead and oneself, one after another, by the windows' share in this queue. An
	 * estimate for orientation; it assumes that nobody leaves and that windows stay as
	 * they are.
	 * @param windowShare how many windows' worth of work the queue gets; a window that
	 * serves three queues gives each a third
	 * @param idleWindow whether an open window that serves the queue has nobody
	 * @return {@code null} when no open window serves the queue
	 */
	public @Nullable Long expectedWaitSeconds(double windowShare, boolean idleWindow) {
		if (windowShare <= 0) {
			return null;
		}
		if (idleWindow && this.byTicket.isEmpty()) {
			return 0L;
		}
		return Math.round((this.byTicket.size() + 1) * this.meanServiceSeconds / windowShare);
	}

}
