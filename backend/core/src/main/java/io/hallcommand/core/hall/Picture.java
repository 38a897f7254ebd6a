package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.queue.TicketQueue;
import io.hallcommand.core.queue.WaitingTicket;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Draws views and patches of a floor. What it hands out no longer changes.
 */
final class Picture {

	private final Floor floor;

	private final Alarms alarms;

	private final EmergencyBook emergencies;

	Picture(Floor floor, Alarms alarms, EmergencyBook emergencies) {
		this.floor = floor;
		this.alarms = alarms;
		this.emergencies = emergencies;
	}

	HallView view(long version, Instant at) {
		HallPlan plan = this.floor.plan();
		SequencedMap<QueueId, QueueView> queues = new LinkedHashMap<>();
		for (HallPlan.Queue queue : plan.queues()) {
			SequencedMap<TicketId, @Nullable WaitingTicket> tickets = new LinkedHashMap<>();
			this.floor.queue(queue.id()).tickets().forEach((ticket) -> tickets.put(ticket.ticket(), ticket));
			queues.put(queue.id(), queue(queue.id(), tickets));
		}
		SequencedMap<WindowId, ServiceWindow> windows = new LinkedHashMap<>();
		plan.windows().forEach((window) -> windows.put(window.id(), this.floor.window(window.id())));
		SequencedMap<AlertId, @Nullable Alert> alerts = new LinkedHashMap<>();
		this.alarms.book().alerts().forEach((alert) -> alerts.put(alert.id(), alert));
		SequencedMap<EmergencyId, @Nullable Emergency> emergencies = new LinkedHashMap<>();
		this.emergencies.all().forEach((emergency) -> emergencies.put(emergency.id(), emergency));
		return new HallView(plan, version, at, queues, windows,
				today(this.floor.day.intervals(), this.floor.usual.on(this.floor.day.date)), alerts,
				List.copyOf(this.alarms.book().holds()), this.alarms.shifts(), emergencies,
				List.copyOf(this.emergencies.drills()), List.copyOf(this.emergencies.below()),
				this.alarms.policy().openingHours());
	}

	HallPatch patch(long after, long version, Instant at) {
		Changes changes = this.floor.changes;
		SequencedMap<QueueId, QueueView> queues = new LinkedHashMap<>();
		changes.queues().forEach((id, changed) -> {
			TicketQueue queue = this.floor.queue(id);
			SequencedMap<TicketId, @Nullable WaitingTicket> tickets = new LinkedHashMap<>();
			changed.forEach((ticket) -> tickets.put(ticket, queue.find(ticket)));
			queues.put(id, queue(id, tickets));
		});
		SequencedMap<WindowId, ServiceWindow> windows = new LinkedHashMap<>();
		changes.windows().forEach((id) -> windows.put(id, this.floor.window(id)));
		SequencedMap<LocalTime, Interval> intervals = new LinkedHashMap<>();
		changes.intervals().forEach((time) -> intervals.put(time, this.floor.day.interval(time)));
		SequencedMap<AlertId, @Nullable Alert> alerts = new LinkedHashMap<>();
		changes.alerts().forEach((id) -> alerts.put(id, this.alarms.book().find(id)));
		SequencedMap<String, @Nullable Hold> holds = new LinkedHashMap<>();
		changes.holds().forEach((id) -> holds.put(id, this.alarms.book().hold(id)));
		SequencedMap<EmergencyId, @Nullable Emergency> emergencies = new LinkedHashMap<>();
		changes.emergencies().forEach((id) -> emergencies.put(id, this.emergencies.find(id)));
		return new HallPatch(this.floor.plan(), after, version, at, queues, windows, today(intervals, null), alerts,
				holds, emergencies);
	}

	private QueueView queue(QueueId id, SequencedMap<TicketId, @Nullable WaitingTicket> tickets) {
		TicketQueue queue = this.floor.queue(id);
		int open = 0;
		boolean idle = false;
		double share = 0;
		for (WindowId windowId : this.floor.windowsFor(id)) {
			ServiceWindow window = this.floor.window(windowId);
			if (window.working()) {
				open++;
				share += 1.0 / window.queues().size();
				idle |= window.ticket() == null;
			}
		}
		return new QueueView(queue.waiting(), queue.longestWaitSince(), queue.expectedWaitSeconds(share, idle), open,
				this.floor.windowsFor(id).size(), queue.figures(), queue.suspendedSince(), tickets);
	}

	private TodayView today(SequencedMap<LocalTime, Interval> intervals, @Nullable UsualDay usual) {
		Day day = this.floor.day;
		return new TodayView(day.date, day.total, this.floor.waiting(), day.waits.averageWaitSeconds(),
				day.waits.p90WaitSeconds(), day.waits.averageServiceSeconds(), day.waits.onTimeRate(), day.anomalies,
				intervals, (day.ratings.count() > 0) ? day.ratings : null, usual);
	}

}
