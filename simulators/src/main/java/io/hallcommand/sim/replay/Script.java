package io.hallcommand.sim.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;

/**
 * Turns visits into reports, in the order in which they happened. Within a second: who is
 * done leaves before the next is called, and what takes no time at all ends last.
 */
final class Script {

	private final List<Step> steps = new ArrayList<>();

	private Script() {
	}

	private enum Rank {

		LEAVE, OPEN, ISSUE, CALL, START, LEAVE_AT_ONCE, CLOSE

	}

	private record Step(Instant time, Rank rank, long line, String id, HallEvent.Fact fact) {

		private static final Comparator<Step> ORDER = Comparator.comparing(Step::time)
			.thenComparing(Step::rank)
			.thenComparingLong(Step::line)
			.thenComparing(Step::id);

	}

	static List<Report> of(String source, List<LogVisit> visits, Seats seats) {
		Script script = new Script();
		visits.forEach((visit) -> script.visit(visit, seats));
		seats.sessions().forEach(script::session);
		return script.steps.stream()
			.sorted(Step.ORDER)
			.map((step) -> new Report(new EventKey(source, step.id), step.time, step.fact))
			.toList();
	}

	private void visit(LogVisit visit, Seats seats) {
		TicketId ticket = new TicketId(visit.ticket());
		add(visit, visit.issued(), Rank.ISSUE, "issued",
				new HallEvent.TicketIssued(ticket, new QueueId(visit.queue()), Channel.KIOSK, Priority.NORMAL));
		String seat = seats.windowOf(visit);
		Instant last = visit.issued();
		if (seat != null && visit.started() != null) {
			WindowId window = new WindowId(seat);
			add(visit, visit.started(), Rank.CALL, "called", new HallEvent.TicketCalled(ticket, window));
			add(visit, visit.started(), Rank.START, "started", new HallEvent.TicketStarted(ticket, window));
			last = visit.started();
		}
		Rank rank = visit.ended().isAfter(last) ? Rank.LEAVE : Rank.LEAVE_AT_ONCE;
		if (visit.served()) {
			add(visit, visit.ended(), rank, "completed", new HallEvent.TicketCompleted(ticket, null));
		}
		else {
			add(visit, visit.ended(), rank, "abandoned", new HallEvent.TicketAbandoned(ticket));
		}
	}

	private void session(Seats.Session session) {
		WindowId window = new WindowId(session.window());
		String id = session.window() + "-" + session.opened().getEpochSecond();
		this.steps.add(new Step(session.opened(), Rank.OPEN, 0, id + "-opened",
				new HallEvent.WindowOpened(window, null, null)));
		this.steps.add(new Step(session.closed(), Rank.CLOSE, 0, id + "-closed", new HallEvent.WindowClosed(window)));
	}

	private void add(LogVisit visit, Instant time, Rank rank, String step, HallEvent.Fact fact) {
		this.steps.add(new Step(time, rank, visit.line(), visit.line() + "-" + step, fact));
	}

}
