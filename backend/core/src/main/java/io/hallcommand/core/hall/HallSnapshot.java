package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.EmergencyBook;
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
		SequencedMap<LocalTime, Interval> intervals, int anomalies, QueueFigures total, @Nullable Instant worksSince,
		SequencedMap<String, Source> sources, Alerts alerts, EmergencyBook.Content emergencies, Ratings ratings,
		UsualDays usual) {

	static HallSnapshot of(HallId hall, long version, Instant at, Floor floor, Alerts alerts,
			EmergencyBook.Content emergencies) {
		Map<QueueId, Queue> queues = new LinkedHashMap<>();
		floor.queues()
			.forEach((id, queue) -> queues.put(id, new Queue(queue.figures(), queue.meanServiceSeconds(),
					queue.unmannedSince(), queue.suspendedSince())));
		SequencedMap<String, Source> sources = new LinkedHashMap<>();
		floor.sources.all()
			.forEach((id, source) -> sources.put(id,
					new Source(source.heardAt(), source.offsetSeconds(), source.inARow())));
		Day day = floor.day;
		return new HallSnapshot(hall, version, at, floor.planIfAny(), day.date,
				floor.visits().stream().map(Ticket::of).toList(), new LinkedHashMap<>(floor.windows()), queues,
				day.waits.content(), day.intervals(), day.anomalies, day.total, floor.worksSince(), sources, alerts,
				emergencies, day.ratings, floor.usual);
	}

	/** The floor is empty. */
	void restoreTo(Floor floor, Alarms alarms, EmergencyBook book) {
		if (this.plan != null) {
			floor.follow(this.plan, this.at);
		}
		this.windows.forEach((id, window) -> floor.window(id, window, this.at));
		this.tickets.forEach((ticket) -> floor.enter(ticket.visit()));
		Day day = floor.day;
		day.begin(this.date);
		this.queues.forEach((id, state) -> {
			TicketQueue queue = floor.queue(id);
			queue.figures(state.figures());
			queue.meanServiceSeconds(state.meanServiceSeconds());
			queue.unmannedSince(state.unmannedSince());
			queue.suspendedSince(state.suspendedSince());
		});
		day.waits = Waits.of(this.waits);
		day.intervals(this.intervals);
		day.anomalies = this.anomalies;
		day.total = this.total;
		day.ratings = this.ratings;
		floor.usual = this.usual;
		floor.worksSince(this.worksSince);
		Map<String, Sources.Source> heard = new LinkedHashMap<>();
		this.sources.forEach((id, source) -> heard.put(id,
				new Sources.Source(source.heardAt(), source.offsetSeconds(), source.inARow())));
		floor.sources.restore(heard);
		book.restore(this.emergencies);
		alarms.restore(this.alerts);
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
	 * A queue's figures, its mean service time, since when nobody serves it, and since
	 * when it is stopped.
	 */
	public record Queue(QueueFigures figures, double meanServiceSeconds, @Nullable Instant unmannedSince,
			@Nullable Instant suspendedSince) {
	}

	/**
	 * When a device was heard last, how much later its clock is than the server's, and
	 * how often in a row it was.
	 */
	public record Source(Instant heardAt, double offsetSeconds, int inARow) {
	}

	/**
	 * The alerts and what belongs to them.
	 *
	 * @param rules {@code null} means the standard ones
	 * @param lookedAt when the rules were last held against the floor
	 */
	public record Alerts(@Nullable AlertPolicy rules, List<Shift> shifts, List<Alert> alerts, List<Hold> holds,
			List<WatchMemory> memories, Instant lookedAt) {
	}

	/**
	 * From when on each level of a rule is reached, and when the present one was left.
	 */
	public record WatchMemory(Cause cause, List<@Nullable Instant> from, @Nullable Instant leftAt, double worst) {
	}

	/**
	 * Waits and services of the day.
	 *
	 * @param minutes how many waited 0, 1, 2 … whole minutes
	 */
	public record WaitFigures(long waitMillis, int onTime, long serviceMillis, int services, List<Integer> minutes) {
	}

}
