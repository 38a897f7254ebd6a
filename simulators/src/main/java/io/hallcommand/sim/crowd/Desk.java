package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowKind;
import io.hallcommand.sim.engine.RandomStream;

/**
 * A window and who works there: opens, pauses, calls whoever is next, and closes when its
 * time has come and nobody waits.
 */
final class Desk {

	private static final double TICK_SECONDS = 30;

	/** So many waiting open a relief window: a tax hall's rule of 2015. */
	private static final int RELIEF = 20;

	private static final LocalTime GOES_HOME = LocalTime.of(18, 30);

	private static final List<String> REASONS = List.of("短暂离开 · short break", "设备调整 · equipment", "材料归档 · filing");

	private final Crowd crowd;

	private final HallPlan.Window plan;

	private final DeskHours hours;

	final RandomStream random;

	/** What the hall was told. */
	enum State {

		CLOSED, FREE, BUSY, PAUSED

	}

	private State state = State.CLOSED;

	private boolean lunch;

	private boolean away;

	private boolean rests;

	Desk(Crowd crowd, HallPlan.Window plan, int number, RandomStream random) {
		this.crowd = crowd;
		this.plan = plan;
		this.random = random;
		this.hours = DeskHours.of(number, random);
	}

	HallPlan.Window plan() {
		return this.plan;
	}

	State state() {
		return this.state;
	}

	boolean serves(QueueId queue) {
		return this.plan.queues().contains(queue);
	}

	void begin() {
		this.crowd.agenda.afterSeconds(this.random.uniform(0.1, 8), this::tick);
	}

	/** The window is in this state already, by an earlier run. */
	void takeOver(State state, boolean away) {
		this.state = state;
		this.away = away;
		if (away) {
			this.crowd.agenda.afterSeconds(this.random.uniform(20, 180), this::comeBack);
		}
		if (state == State.PAUSED) {
			this.lunch = this.hours.lunch(now());
			this.rests = !this.lunch;
			this.crowd.agenda.afterSeconds(this.random.uniform(30, 240), this::restIsOver);
		}
	}

	private void tick() {
		this.crowd.agenda.afterSeconds(TICK_SECONDS, this::tick);
		boolean wanted = wanted();
		switch (this.state) {
			case CLOSED -> {
				if (wanted && !this.hours.lunch(now())) {
					this.state = State.FREE;
					tell(new HallEvent.WindowOpened(this.plan.id(), "s-" + this.plan.id(), null));
					look();
				}
			}
			case FREE -> {
				if (!wanted && this.crowd.room.waiting(this.plan.queues()) == 0 || now().isAfter(GOES_HOME)) {
					this.state = State.CLOSED;
					this.away = false;
					tell(new HallEvent.WindowClosed(this.plan.id()));
				}
				else {
					mayRest();
				}
			}
			case PAUSED -> {
				if (!this.rests && !this.hours.lunch(now())) {
					resume();
				}
			}
			case BUSY -> {
				// Nothing is decided before the visitor has gone
			}
		}
	}

	private boolean wanted() {
		if (!this.hours.open(now())) {
			return false;
		}
		if (this.plan.kind() != WindowKind.TIDAL) {
			return true;
		}
		int waiting = this.crowd.room.waiting(this.plan.queues());
		return (this.state == State.CLOSED) ? waiting > RELIEF : waiting > RELIEF / 4;
	}

	private void mayRest() {
		if (this.hours.lunch(now()) && !this.lunch) {
			this.lunch = true;
			pause("午休 · lunch");
		}
		else if (this.random.chance(0.004)) {
			this.rests = true;
			pause(this.random.pick(REASONS));
			this.crowd.agenda.afterSeconds(this.random.uniform(180, 480), this::restIsOver);
		}
		else if (!this.away && this.random.chance(0.006)) {
			this.away = true;
			tell(new HallEvent.StaffLeft(this.plan.id()));
			this.crowd.agenda.afterSeconds(this.random.uniform(60, 360), this::comeBack);
		}
		else {
			look();
		}
	}

	private void pause(String reason) {
		this.state = State.PAUSED;
		tell(new HallEvent.WindowPaused(this.plan.id(), reason));
	}

	private void restIsOver() {
		this.rests = false;
		if (this.state == State.PAUSED && !this.hours.lunch(now())) {
			resume();
		}
	}

	private void resume() {
		this.state = State.FREE;
		this.lunch = false;
		tell(new HallEvent.WindowResumed(this.plan.id()));
		look();
	}

	private void comeBack() {
		if (this.away && this.state != State.CLOSED) {
			this.away = false;
			tell(new HallEvent.StaffReturned(this.plan.id()));
			look();
		}
	}

	/** Calls somebody if that is possible. */
	void look() {
		if (this.state != State.FREE || this.away || (this.hours.lunch(now()) && !this.lunch)) {
			return;
		}
		this.crowd.room.callNext(this.plan.queues()).ifPresent((visitor) -> {
			this.state = State.BUSY;
			visitor.leaving.cancel();
			visitor.waited = Duration.between(visitor.since, this.crowd.agenda.now());
			tell(new HallEvent.TicketCalled(visitor.ticket, this.plan.id()));
			new Attendance(this.crowd, this, visitor).called();
		});
	}

	/** The visitor has gone; the staff take a breath. */
	void free() {
		this.state = State.FREE;
		this.crowd.agenda.afterSeconds(this.random.uniform(3, 20), this::look);
	}

	void tell(HallEvent.Fact fact) {
		this.crowd.reporter.window(this.plan.id(), fact, this.crowd.agenda.now());
	}

	private LocalTime now() {
		return this.crowd.dayClock.at(this.crowd.agenda.now());
	}

}
