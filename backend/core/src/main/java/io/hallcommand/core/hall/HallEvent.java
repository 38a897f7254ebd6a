package io.hallcommand.core.hall;

import java.time.LocalDate;
import java.util.List;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a hall. A hall's state is the fold of these, nothing else.
 */
public sealed interface HallEvent {

	/**
	 * A fact that a device reports.
	 */
	sealed interface Fact extends HallEvent {

	}

	/**
	 * A fact about one ticket.
	 */
	sealed interface TicketFact extends Fact {

		TicketId ticket();

	}

	/**
	 * A fact about one window.
	 */
	sealed interface WindowFact extends Fact {

		WindowId window();

	}

	/**
	 * What the hall itself or its directory decided.
	 */
	sealed interface Decision extends HallEvent {

	}

	record TicketIssued(TicketId ticket, QueueId queue, Channel channel, Priority priority) implements TicketFact {
	}

	record TicketCalled(TicketId ticket, WindowId window) implements TicketFact {
	}

	record TicketRecalled(TicketId ticket, @Nullable WindowId window) implements TicketFact {
	}

	record TicketStarted(TicketId ticket, WindowId window) implements TicketFact {
	}

	record TicketParked(TicketId ticket) implements TicketFact {
	}

	record TicketResumed(TicketId ticket) implements TicketFact {
	}

	record TicketTransferred(TicketId ticket, QueueId queue) implements TicketFact {
	}

	record TicketCompleted(TicketId ticket, @Nullable String outcome) implements TicketFact {
	}

	record TicketNoShow(TicketId ticket) implements TicketFact {
	}

	record TicketAbandoned(TicketId ticket) implements TicketFact {
	}

	/**
	 * What a visitor thought of the service, usually after it.
	 *
	 * @param grade from {@link Ratings#WORST} to {@link Ratings#BEST}
	 * @param window where it was, if the device says so
	 */
	record TicketRated(TicketId ticket, int grade, @Nullable WindowId window) implements TicketFact {
	}

	/**
	 * A window opened.
	 *
	 * @param queues the queues it serves this time; {@code null} means those of the plan
	 */
	record WindowOpened(WindowId window, @Nullable String staff, @Nullable List<QueueId> queues) implements WindowFact {
	}

	record WindowPaused(WindowId window, @Nullable String reason) implements WindowFact {
	}

	record WindowResumed(WindowId window) implements WindowFact {
	}

	record WindowClosed(WindowId window) implements WindowFact {
	}

	record StaffLeft(WindowId window) implements WindowFact {
	}

	record StaffReturned(WindowId window) implements WindowFact {
	}

	/** A device says that it is there; what it does otherwise says so too. */
	record DeviceAlive() implements Fact {
	}

	/**
	 * A panic button was pressed, or a fire panel or another sensor signals.
	 *
	 * @param zone where; {@code null} means the whole hall
	 */
	record EmergencySignalled(EmergencyKind kind, @Nullable HallZoneId zone, @Nullable String detail,
			boolean drill) implements Fact {
	}

	/** Something happened in an emergency, or to what belongs to emergencies. */
	record EmergencyMoved(EmergencyEvent event) implements Decision {
	}

	/** Something happened in the life of an alert. */
	record AlertMoved(AlertEvent event) implements Decision {
	}

	/**
	 * The hall's alerts follow other rules.
	 *
	 * @param actor who gave them
	 */
	record RulesChanged(AlertPolicy rules, String actor) implements Decision {
	}

	/**
	 * Other people are on duty.
	 *
	 * @param actor who says so
	 */
	record RosterChanged(List<Shift> shifts, String actor) implements Decision {

		public RosterChanged {
			shifts = List.copyOf(shifts);
		}

	}

	/**
	 * Somebody says what is usual in the hall, as when it comes from another system. What
	 * was known before no longer counts.
	 *
	 * @param actor who says so
	 */
	record UsualDaysGiven(UsualDays days, String actor) implements Decision {
	}

	/**
	 * The hall got its first plan or another one.
	 *
	 * @param actor who gave it
	 */
	record HallPlanned(HallPlan plan, String actor) implements Decision {
	}

	/**
	 * A day is over: today's figures begin anew.
	 *
	 * @param date the day that is over, in the hall's time zone
	 */
	record DayEnded(LocalDate date) implements Decision {
	}

}
