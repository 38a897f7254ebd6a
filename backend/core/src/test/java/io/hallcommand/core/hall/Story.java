package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Tells a hall what happens, at times of one day, and keeps its journal.
 */
final class Story {

	static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	final List<JournalEntry> journal = new ArrayList<>();

	final Hall hall;

	private Instant now = instant(DAY, "08:00");

	private int ids;

	Story(HallClock clock) {
		this.hall = Hall.empty(new HallId("small"));
		plan(Plans.small(clock));
	}

	static Story live() {
		return new Story(HallClock.LIVE);
	}

	static Instant instant(LocalDate date, String time) {
		return date.atTime(LocalTime.parse(time)).atZone(Plans.SHANGHAI).toInstant();
	}

	Story plan(HallPlan plan) {
		this.hall.plan(plan, "test", new EventKey("hall", "plan-" + this.ids++), this.now).ifPresent(this.journal::add);
		return this;
	}

	Story rules(AlertPolicy rules) {
		this.journal.addAll(this.hall.rules(rules, "test", new EventKey("hall", "rules-" + this.ids++), this.now));
		return this;
	}

	/** Does what somebody at the desk wants, and keeps what is written. */
	DeskAnswer order(String officer, Order order) {
		DeskAnswer answer = this.hall.order(order, officer, new EventKey("desk:" + officer, "o" + this.ids++),
				this.now);
		this.journal.addAll(answer.entries());
		return answer;
	}

	Story at(String time) {
		return on(DAY, time);
	}

	Story on(LocalDate date, String time) {
		this.now = instant(date, time);
		return this;
	}

	Instant now() {
		return this.now;
	}

	JournalEntry tell(HallEvent.Fact fact) {
		return tell(fact, this.now);
	}

	JournalEntry tell(HallEvent.Fact fact, @Nullable Instant deviceTime) {
		List<JournalEntry> entries = this.hall
			.report(new Report(new EventKey("test", "e" + this.ids++), deviceTime, fact), this.now);
		this.journal.addAll(entries);
		wake();
		return entries.getLast();
	}

	Story wake() {
		this.journal.addAll(this.hall.wake(this.now));
		return this;
	}

	JournalEntry issue(String ticket, String queue) {
		return tell(
				new HallEvent.TicketIssued(new TicketId(ticket), new QueueId(queue), Channel.KIOSK, Priority.NORMAL));
	}

	JournalEntry call(String ticket, String window) {
		return tell(new HallEvent.TicketCalled(new TicketId(ticket), new WindowId(window)));
	}

	JournalEntry start(String ticket, String window) {
		return tell(new HallEvent.TicketStarted(new TicketId(ticket), new WindowId(window)));
	}

	JournalEntry complete(String ticket) {
		return tell(new HallEvent.TicketCompleted(new TicketId(ticket), null));
	}

	JournalEntry abandon(String ticket) {
		return tell(new HallEvent.TicketAbandoned(new TicketId(ticket)));
	}

	JournalEntry open(String window) {
		return tell(new HallEvent.WindowOpened(new WindowId(window), "s-" + window, null));
	}

	QueueView queue(String id) {
		QueueView queue = this.hall.view().queues().get(new QueueId(id));
		if (queue == null) {
			throw new AssertionError("no queue " + id);
		}
		return queue;
	}

	ServiceWindow window(String id) {
		ServiceWindow window = this.hall.view().windows().get(new WindowId(id));
		if (window == null) {
			throw new AssertionError("no window " + id);
		}
		return window;
	}

	TodayView today() {
		return this.hall.view().today();
	}

	/** The state that somebody gets who reads the journal. */
	Hall folded() {
		Hall other = Hall.empty(this.hall.id());
		this.journal.forEach(other::apply);
		return other;
	}

}
