package io.hallcommand.core.hall;

import io.hallcommand.core.hall.Anomaly.Kind;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Holds a reported fact against a hall's state. It reads only; {@code null} means that
 * the fact fits.
 */
final class Judge {

	/** Bounds a hall's memory against a ticket machine gone wild. */
	static final int MAX_TICKETS_IN_HALL = 50_000;

	private final Floor floor;

	Judge(Floor floor) {
		this.floor = floor;
	}

	@Nullable Anomaly judge(HallEvent.Fact fact) {
		return switch (fact) {
			case HallEvent.TicketIssued issued -> issued(issued);
			case HallEvent.TicketCalled called -> called(called);
			case HallEvent.TicketRecalled recalled -> recalled(recalled);
			case HallEvent.TicketStarted started -> started(started);
			case HallEvent.TicketParked parked -> notIn(parked, Visit.Stage.PARKED);
			case HallEvent.TicketResumed resumed -> onlyIn(resumed, Visit.Stage.PARKED);
			case HallEvent.TicketTransferred transferred -> this.floor.hasQueue(transferred.queue())
					? known(transferred) : ignored(Kind.UNKNOWN_QUEUE, "The plan has no queue " + transferred.queue());
			case HallEvent.TicketCompleted completed -> completed(completed);
			case HallEvent.TicketNoShow noShow -> notIn(noShow, Visit.Stage.SERVING);
			case HallEvent.TicketAbandoned abandoned -> notIn(abandoned, Visit.Stage.SERVING);
			case HallEvent.TicketRated rated -> rated(rated);
			case HallEvent.WindowOpened opened -> opened(opened);
			case HallEvent.WindowPaused paused -> openWindow(paused.window());
			case HallEvent.WindowResumed resumed -> resumed(resumed.window());
			case HallEvent.WindowClosed closed -> openWindow(closed.window());
			case HallEvent.StaffLeft left -> openWindow(left.window());
			case HallEvent.StaffReturned returned -> openWindow(returned.window());
			case HallEvent.DeviceAlive alive -> null;
			case HallEvent.EmergencySignalled signalled -> signalled(signalled);
		};
	}

	/** That something is wrong counts more than where. */
	private @Nullable Anomaly signalled(HallEvent.EmergencySignalled signalled) {
		HallZoneId zone = signalled.zone();
		boolean known = zone == null || this.floor.plan().zones().stream().anyMatch((each) -> each.id().equals(zone));
		return known ? null : new Anomaly(Kind.UNKNOWN_ZONE, true, "The plan has no zone " + zone);
	}

	private @Nullable Anomaly issued(HallEvent.TicketIssued issued) {
		if (!this.floor.hasQueue(issued.queue())) {
			return ignored(Kind.UNKNOWN_QUEUE, "The plan has no queue " + issued.queue());
		}
		Visit visit = this.floor.visitIfAny(issued.ticket());
		if (visit != null) {
			return ignored(Kind.TICKET_IN_USE, "Ticket " + issued.ticket() + " is in the hall: " + visit.stage());
		}
		if (this.floor.visits().size() >= MAX_TICKETS_IN_HALL) {
			return ignored(Kind.HALL_FULL, "The hall holds " + MAX_TICKETS_IN_HALL + " tickets");
		}
		return null;
	}

	private @Nullable Anomaly called(HallEvent.TicketCalled called) {
		Anomaly unknown = known(called);
		if (unknown != null) {
			return unknown;
		}
		Visit visit = this.floor.visit(called.ticket());
		if (visit.window() != null && !visit.isAt(called.window())) {
			return elsewhere(visit);
		}
		if (visit.stage() == Visit.Stage.SERVING) {
			return ignored(Kind.OUT_OF_ORDER, "Ticket " + called.ticket() + " is being served");
		}
		return receiving(called.window(), called.ticket());
	}

	private @Nullable Anomaly recalled(HallEvent.TicketRecalled recalled) {
		Anomaly unknown = onlyIn(recalled, Visit.Stage.CALLED);
		if (unknown != null) {
			return unknown;
		}
		Visit visit = this.floor.visit(recalled.ticket());
		WindowId window = recalled.window();
		return (window == null || visit.isAt(window)) ? null : elsewhere(visit);
	}

	private @Nullable Anomaly started(HallEvent.TicketStarted started) {
		Anomaly unknown = known(started);
		if (unknown != null) {
			return unknown;
		}
		Visit visit = this.floor.visit(started.ticket());
		if (visit.window() != null && !visit.isAt(started.window())) {
			return elsewhere(visit);
		}
		if (visit.stage() == Visit.Stage.SERVING) {
			return ignored(Kind.OUT_OF_ORDER, "Ticket " + started.ticket() + " is being served already");
		}
		return receiving(started.window(), started.ticket());
	}

	/** The visitor is done: taken even when call and start were not reported. */
	private @Nullable Anomaly completed(HallEvent.TicketCompleted completed) {
		Anomaly unknown = known(completed);
		if (unknown != null) {
			return unknown;
		}
		Visit.Stage stage = this.floor.visit(completed.ticket()).stage();
		return (stage == Visit.Stage.SERVING) ? null : new Anomaly(Kind.OUT_OF_ORDER, true,
				"Ticket " + completed.ticket() + " completed without a reported start: it was " + stage);
	}

	/** Tickets that have left are not kept: whoever had one may rate. */
	private @Nullable Anomaly rated(HallEvent.TicketRated rated) {
		WindowId window = rated.window();
		return (window == null || this.floor.hasWindow(window)) ? null
				: new Anomaly(Kind.UNKNOWN_WINDOW, true, "The plan has no window " + window);
	}

	private @Nullable Anomaly opened(HallEvent.WindowOpened opened) {
		if (!this.floor.hasWindow(opened.window())) {
			return unknownWindow(opened.window());
		}
		if (opened.queues() != null) {
			for (var queue : opened.queues()) {
				if (!this.floor.hasQueue(queue)) {
					return new Anomaly(Kind.UNKNOWN_QUEUE, true, "The plan has no queue " + queue);
				}
			}
		}
		return null;
	}

	private @Nullable Anomaly resumed(WindowId id) {
		Anomaly closed = openWindow(id);
		if (closed != null) {
			return closed;
		}
		return this.floor.window(id).paused() ? null
				: ignored(Kind.WINDOW_NOT_PAUSED, "Window " + id + " was not paused");
	}

	/**
	 * Whether a window can take a ticket. That it works counts more than a lost report.
	 */
	private @Nullable Anomaly receiving(WindowId id, TicketId ticket) {
		if (!this.floor.hasWindow(id)) {
			return unknownWindow(id);
		}
		ServiceWindow window = this.floor.window(id);
		if (window.ticket() != null && !window.ticket().equals(ticket)) {
			return new Anomaly(Kind.WINDOW_BUSY, true,
					"Window " + id + " still had ticket " + window.ticket() + ", now unresolved");
		}
		return window.open() ? null
				: new Anomaly(Kind.WINDOW_NOT_OPEN, true, "Window " + id + " works but was not reported open");
	}

	private @Nullable Anomaly openWindow(WindowId id) {
		if (!this.floor.hasWindow(id)) {
			return unknownWindow(id);
		}
		ServiceWindow window = this.floor.window(id);
		return window.open() ? null : ignored(Kind.WINDOW_NOT_OPEN, "Window " + id + " is not open");
	}

	private @Nullable Anomaly known(HallEvent.TicketFact fact) {
		return (this.floor.visitIfAny(fact.ticket()) != null) ? null
				: ignored(Kind.UNKNOWN_TICKET, "No ticket " + fact.ticket() + " is in the hall");
	}

	private @Nullable Anomaly onlyIn(HallEvent.TicketFact fact, Visit.Stage stage) {
		Anomaly unknown = known(fact);
		if (unknown != null) {
			return unknown;
		}
		Visit visit = this.floor.visit(fact.ticket());
		return (visit.stage() == stage) ? null : outOfOrder(visit);
	}

	private @Nullable Anomaly notIn(HallEvent.TicketFact fact, Visit.Stage stage) {
		Anomaly unknown = known(fact);
		if (unknown != null) {
			return unknown;
		}
		Visit visit = this.floor.visit(fact.ticket());
		return (visit.stage() != stage) ? null : outOfOrder(visit);
	}

	private static Anomaly outOfOrder(Visit visit) {
		return ignored(Kind.OUT_OF_ORDER, "Ticket " + visit.ticket() + " is " + visit.stage());
	}

	private static Anomaly elsewhere(Visit visit) {
		return ignored(Kind.TICKET_ELSEWHERE, "Ticket " + visit.ticket() + " is at window " + visit.window());
	}

	private static Anomaly unknownWindow(WindowId window) {
		return ignored(Kind.UNKNOWN_WINDOW, "The plan has no window " + window);
	}

	private static Anomaly ignored(Kind kind, String detail) {
		return new Anomaly(kind, false, detail);
	}

}
