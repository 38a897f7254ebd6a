package io.hallcommand.sim.crowd;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.sim.engine.Agenda;
import io.hallcommand.sim.engine.RandomStream;

/**
 * A visitor at a window, from the call to the end.
 */
final class Attendance {

	/** Between calls for the same ticket. */
	private static final double RECALL_SECONDS = 45;

	private static final double LATE = 0.06;

	private final Crowd crowd;

	private final Agenda agenda;

	private final Desk desk;

	private final RandomStream random;

	private final Visitor visitor;

	Attendance(Crowd crowd, Desk desk, Visitor visitor) {
		this.crowd = crowd;
		this.agenda = crowd.agenda;
		this.desk = desk;
		this.random = desk.random;
		this.visitor = visitor;
	}

	/** The visitor comes, comes late, or does not come at the third call. */
	void called() {
		if (!this.visitor.comes) {
			this.agenda.afterSeconds(RECALL_SECONDS, this::recall);
			this.agenda.afterSeconds(2 * RECALL_SECONDS, this::recall);
			this.agenda.afterSeconds(3 * RECALL_SECONDS, this::noShow);
		}
		else if (this.random.chance(LATE)) {
			this.agenda.afterSeconds(RECALL_SECONDS, this::recall);
			this.agenda.afterSeconds(RECALL_SECONDS + this.random.uniform(5, 40), this::start);
		}
		else {
			this.agenda.afterSeconds(this.random.uniform(6, 40), this::start);
		}
	}

	/** The service has begun already, in an earlier run. */
	void started() {
		double seconds = this.crowd.demand(this.visitor.queue).meanServiceSeconds();
		this.agenda.afterSeconds(this.random.uniform(5, seconds), this::complete);
	}

	private void recall() {
		this.desk.tell(new HallEvent.TicketRecalled(this.visitor.ticket, this.desk.plan().id()));
	}

	private void noShow() {
		this.desk.tell(new HallEvent.TicketNoShow(this.visitor.ticket));
		gone();
	}

	private void start() {
		this.desk.tell(new HallEvent.TicketStarted(this.visitor.ticket, this.desk.plan().id()));
		double seconds = Math.max(15, this.random.logNormal(this.crowd.demand(this.visitor.queue).meanServiceSeconds(),
				this.crowd.scenario.serviceVariation()));
		if (this.random.chance(this.crowd.scenario.transfer())) {
			this.agenda.afterSeconds(seconds / 2, this::transfer);
		}
		else if (this.random.chance(this.crowd.scenario.park())) {
			this.agenda.afterSeconds(seconds / 2, this::park);
		}
		else {
			this.agenda.afterSeconds(seconds, this::complete);
		}
	}

	private void complete() {
		this.desk.tell(new HallEvent.TicketCompleted(this.visitor.ticket, null));
		this.crowd.opinions.of(this.visitor)
			.ifPresent((opinion) -> this.agenda.afterSeconds(opinion.afterSeconds(), () -> this.desk
				.tell(new HallEvent.TicketRated(this.visitor.ticket, opinion.grade(), this.desk.plan().id()))));
		gone();
	}

	private void transfer() {
		QueueId other = this.crowd.otherQueue(this.visitor.queue, this.random);
		this.desk.tell(new HallEvent.TicketTransferred(this.visitor.ticket, other));
		this.visitor.queue = other;
		this.desk.free();
		this.crowd.awaitAgain(this.visitor);
	}

	/** A form is missing: the visitor fills it in and then waits again. */
	private void park() {
		this.desk.tell(new HallEvent.TicketParked(this.visitor.ticket));
		this.desk.free();
		this.agenda.afterSeconds(this.random.uniform(120, 420), () -> {
			this.desk.tell(new HallEvent.TicketResumed(this.visitor.ticket));
			this.crowd.awaitAgain(this.visitor);
		});
	}

	private void gone() {
		this.crowd.numbers.gone(this.visitor.ticket);
		this.desk.free();
	}

}
