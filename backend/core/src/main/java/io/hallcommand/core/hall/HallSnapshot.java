package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.queue.TicketQueue;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * A hall's whole state as a value, so that a start need not fold the journal from its
 * beginning.
 *
 * @param total the day's figures, with those of queues that are gone
 */
public record HallSnapshot(HallId hall, long version, Instant at, @Nullable HallPlan plan, @Nullable LocalDate date,
		List<Ticket> tickets, Map<WindowId, ServiceWindow> windows, Map<QueueId, Queue> queues, WaitFigures waits,
		SequencedMap<LocalTime, Interval> intervals, int anomalies, QueueFigures total) {

	static HallSnapshot of(HallId hall, long version, Instant at, Floor floor) {
		Map<QueueId, Queue> queues = new LinkedHashMap<>();
		floor.queues().forEach((id, queue) -> queues.put(id, new Queue(queue.figures(), queue.meanServiceSeconds())));
		Day day = floor.day;
		return new HallSnapshot(hall, version, at, floor.planIfAny(), day.date,
				floor.visits().stream().map(Ticket::of).toList(), new LinkedHashMap<>(floor.windows()), queues,
				day.waits.content(), day.intervals(), day.anomalies, day.total);
	}

	/** The floor is empty. */
	void restoreTo(Floor floor) {
		if (this.plan != null) {
			floor.follow(this.plan, this.at);
		}
		this.windows.forEach(floor::window);
		this.tickets.forEach((ticket) -> floor.enter(ticket.visit()));
		Day day = floor.day;
		day.begin(this.date);
		this.queues.forEach((id, state) -> {
			TicketQueue queue = floor.queue(id);
			queue.figures(state.figures());
			queue.meanServiceSeconds(state.meanServiceSeconds());
		});
		day.waits = Waits.of(this.waits);
		day.intervals(this.intervals);
		day.anomalies = this.anomalies;
		day.total = this.total;
		floor.changes.reset(this.version);
	}

	/**
	 * A ticket in the hall.
	 */
	public record Ticket(TicketId ticket, QueueId queue, Priority priority, String stage, Instant since,
			@Nullable WindowId window, Duration waited) {

		static Ticket of(Visit visit) {
			return new Ticket(visit.ticket(), visit.queue(), visit.priority(), visit.stage().name(), visit.since(),
					visit.window(), visit.waited());
		}

		Visit visit() {
			return new Visit(this.ticket, this.queue, this.priority, Visit.Stage.valueOf(this.stage), this.since,
					this.window, this.waited);
		}

	}

	/**
	 * A queue's figures and its mean service time.
	 */
	public record Queue(QueueFigures figures, double meanServiceSeconds) {
	}

	/**
	 * Waits and services of the day.
	 *
	 * @param minutes how many waited 0, 1, 2 … whole minutes
	 */
	public record WaitFigures(long waitMillis, int onTime, long serviceMillis, int services, List<Integer> minutes) {
	}

}
