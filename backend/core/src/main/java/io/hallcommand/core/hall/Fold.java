package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;

/**
 * What each event does to the floor.
 */
final class Fold {

	/**
	 * A ticket without news for so long is given up at the end of the day. Team default.
	 */
	static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);

	private final Floor floor;

	private final Alarms alarms;

	private final Emergencies emergencies;

	Fold(Floor floor, Alarms alarms, Emergencies emergencies) {
		this.floor = floor;
		this.alarms = alarms;
		this.emergencies = emergencies;
	}

	void fold(HallEvent event, Instant time) {
		switch (event) {
			case HallEvent.TicketFact fact -> ticket(fact, time);
			case HallEvent.WindowFact fact -> window(fact, time);
			case HallEvent.DeviceAlive alive -> {
				// That it was heard is all there is to it
			}
			case HallEvent.EmergencySignalled signalled -> {
				// What follows of it is an event of its own
			}
			case HallEvent.EmergencyMoved moved -> this.emergencies.apply(moved.event(), time);
			case HallEvent.AlertMoved moved -> this.alarms.apply(moved.event(), time);
			case HallEvent.RulesChanged changed -> this.alarms.rules(changed.rules());
			case HallEvent.RosterChanged changed -> this.alarms.roster(changed.shifts());
			case HallEvent.HallPlanned planned -> {
				this.floor.follow(planned.plan(), time);
				this.emergencies.settle(time);
			}
			case HallEvent.UsualDaysGiven given -> {
				this.floor.usual = given.days();
				this.floor.changes.everything();
			}
			case HallEvent.DayEnded ended -> {
				this.floor.usual = this.floor.usual.with(this.floor.day);
				this.floor.forgetBefore(time.minus(FORGOTTEN_AFTER), time);
				this.floor.sources.forgetBefore(time.minus(FORGOTTEN_AFTER));
				this.floor.touched.everything();
				this.floor.beginDay(this.floor.dateOf(time));
			}
		}
	}

	private void ticket(HallEvent.TicketFact fact, Instant time) {
		switch (fact) {
			case HallEvent.TicketIssued issued -> {
				this.floor.enter(Visit.waiting(issued.ticket(), issued.queue(), issued.priority(), time));
				this.floor.figures(issued.queue(), QueueFigures.ISSUED, time);
			}
			case HallEvent.TicketCalled called -> {
				Visit visit = this.floor.visit(called.ticket());
				WindowId window = called.window();
				this.floor.receive(visit, visit.called(window, time), window, time);
				this.floor.window(window, this.floor.window(window).calling(called.ticket(), visit.queue(), time),
						time);
			}
			case HallEvent.TicketRecalled recalled -> this.floor.recall(this.floor.visit(recalled.ticket()), time);
			case HallEvent.TicketStarted started -> {
				Visit visit = this.floor.visit(started.ticket());
				WindowId window = started.window();
				this.floor.receive(visit, visit.started(window, time), window, time);
				this.floor.window(window, this.floor.window(window).serving(started.ticket(), time), time);
			}
			case HallEvent.TicketParked parked -> {
				Visit visit = this.floor.visit(parked.ticket());
				this.floor.move(visit, visit.parked(time), time);
			}
			case HallEvent.TicketResumed resumed -> {
				Visit visit = this.floor.visit(resumed.ticket());
				this.floor.move(visit, visit.resumed(time), time);
			}
			case HallEvent.TicketTransferred transferred -> {
				Visit visit = this.floor.visit(transferred.ticket());
				this.floor.move(visit, visit.transferred(transferred.queue(), time), time);
			}
			case HallEvent.TicketCompleted completed -> {
				this.floor.served(this.floor.visit(completed.ticket()), time);
				this.floor.leave(completed.ticket(), QueueFigures.SERVED, time);
			}
			case HallEvent.TicketNoShow noShow -> this.floor.leave(noShow.ticket(), QueueFigures.NO_SHOW, time);
			case HallEvent.TicketAbandoned abandoned ->
				this.floor.leave(abandoned.ticket(), QueueFigures.ABANDONED, time);
			case HallEvent.TicketRated rated -> this.floor.day.ratings = this.floor.day.ratings.plus(rated.grade());
		}
	}

	private void window(HallEvent.WindowFact fact, Instant time) {
		WindowId id = fact.window();
		var window = this.floor.window(id);
		this.floor.window(id, switch (fact) {
			case HallEvent.WindowOpened opened -> window.opened(opened.staff(), queues(opened), time);
			case HallEvent.WindowPaused paused -> window.paused(paused.reason(), time);
			case HallEvent.WindowResumed resumed -> window.resumed(time);
			case HallEvent.WindowClosed closed -> window.closed(time);
			case HallEvent.StaffLeft left -> window.staffLeft(time);
			case HallEvent.StaffReturned returned -> window.staffReturned(time);
		}, time);
	}

	private List<QueueId> queues(HallEvent.WindowOpened opened) {
		List<QueueId> queues = opened.queues();
		return (queues != null) ? queues.stream().filter(this.floor::hasQueue).distinct().toList()
				: this.floor.plan(opened.window()).queues();
	}

}
