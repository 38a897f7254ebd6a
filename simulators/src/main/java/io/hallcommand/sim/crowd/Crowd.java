package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.sim.engine.Agenda;
import io.hallcommand.sim.engine.Chance;
import io.hallcommand.sim.engine.PoissonProcess;
import io.hallcommand.sim.engine.RandomStream;
import io.hallcommand.sim.scenario.Scenario;

/**
 * The visitors and windows of one hall on an agenda. It only puts things down; whoever
 * runs the agenda decides how fast they happen.
 */
final class Crowd {

	private static final Duration HORIZON = Duration.ofDays(4);

	final Agenda agenda;

	final Scenario scenario;

	final DayClock dayClock;

	final Reporter reporter;

	final WaitingRoom room = new WaitingRoom();

	final Numbers numbers = new Numbers();

	final Opinions opinions;

	final List<Desk> desks = new ArrayList<>();

	private final HallPlan plan;

	private final Map<QueueId, Demand> demands = new LinkedHashMap<>();

	private final RandomStream visitors;

	private final Chance chance;

	Crowd(HallPlan plan, Scenario scenario, Chance chance, DayClock dayClock, Agenda agenda, Reporter reporter) {
		this.plan = plan;
		this.scenario = scenario;
		this.chance = chance;
		this.dayClock = dayClock;
		this.agenda = agenda;
		this.reporter = reporter;
		this.visitors = chance.stream("visitors");
		this.opinions = new Opinions(chance.stream("opinions"));
		plan.queues().forEach((queue) -> this.demands.put(queue.id(), Demand.of(plan, queue, scenario, chance)));
		for (HallPlan.Window window : plan.windows()) {
			this.desks.add(new Desk(this, window, this.desks.size(), chance.stream("window-" + window.id())));
		}
	}

	/** Lets visitors come and windows work from now on. */
	void begin() {
		this.desks.forEach(Desk::begin);
		this.plan.queues().forEach((queue) -> {
			Demand demand = demand(queue.id());
			PoissonProcess arrivals = new PoissonProcess(this.chance.stream("arrivals-" + queue.id()),
					demand.maxPerHour(), (time) -> demand.perHour(this.dayClock.at(time)));
			nextArrival(queue, arrivals);
		});
	}

	/**
	 * Fills the hall as if it had been open for a while: whoever is missing comes within
	 * a short time.
	 */
	void fill(Duration within) {
		RandomStream random = this.chance.stream("fill");
		double busy = Demand.shape(this.dayClock.at(this.agenda.now()));
		for (HallPlan.Queue queue : this.plan.queues()) {
			long windows = this.desks.stream().filter((desk) -> desk.serves(queue.id())).count();
			long wanted = Math.round(
					busy * this.scenario.load(queue.id()) * windows * random.uniform(1.5, 3.2) * (windows > 0 ? 1 : 0));
			for (long i = this.room.waiting(queue.id()); i < wanted; i++) {
				this.agenda.afterSeconds(random.uniform(1, within.toSeconds()), () -> arrive(queue));
			}
		}
	}

	private void nextArrival(HallPlan.Queue queue, PoissonProcess arrivals) {
		Instant now = this.agenda.now();
		arrivals.next(now, now.plus(HORIZON)).ifPresentOrElse((time) -> this.agenda.at(time, () -> {
			arrive(queue);
			nextArrival(queue, arrivals);
		}), () -> this.agenda.after(HORIZON, () -> nextArrival(queue, arrivals)));
	}

	private void arrive(HallPlan.Queue queue) {
		Instant now = this.agenda.now();
		LocalDate today = LocalDate.ofInstant(now, this.plan.timeZone());
		TicketId ticket = this.numbers.next(queue, today);
		boolean priority = this.visitors.chance(this.scenario.priority());
		Visitor visitor = new Visitor(ticket, queue.id(), priority, !this.visitors.chance(this.scenario.noShow()), now);
		this.reporter.kiosk(new HallEvent.TicketIssued(ticket, queue.id(), channel(),
				priority ? Priority.PRIORITY : Priority.NORMAL), now);
		await(visitor, this.visitors.logNormal(this.scenario.patienceMinutes() * 60, 0.6));
	}

	private Channel channel() {
		double kind = this.visitors.uniform();
		return (kind < 0.72) ? Channel.KIOSK
				: (kind < 0.88) ? Channel.BOOKING : (kind < 0.96) ? Channel.ONLINE : Channel.STAFF;
	}

	/** The visitor waits, and leaves when the patience is over. */
	void await(Visitor visitor, double patienceSeconds) {
		this.room.join(visitor);
		visitor.leaving = this.agenda.afterSeconds(Math.max(20, patienceSeconds), () -> {
			if (this.room.leave(visitor)) {
				this.reporter.kiosk(new HallEvent.TicketAbandoned(visitor.ticket), this.agenda.now());
				this.numbers.gone(visitor.ticket);
			}
		});
		this.desks.stream().filter((desk) -> desk.serves(visitor.queue)).forEach(Desk::look);
	}

	void awaitAgain(Visitor visitor) {
		visitor.since = this.agenda.now();
		await(visitor, this.visitors.logNormal(this.scenario.patienceMinutes() * 60, 0.6));
	}

	HallPlan plan() {
		return this.plan;
	}

	Demand demand(QueueId queue) {
		Demand demand = this.demands.get(queue);
		if (demand == null) {
			throw new IllegalArgumentException("No queue " + queue);
		}
		return demand;
	}

	/** Another queue than this one, if the hall has one that is served. */
	QueueId otherQueue(QueueId queue, RandomStream random) {
		List<QueueId> others = this.demands.values()
			.stream()
			.filter((demand) -> demand.capacityPerHour() > 0 && !demand.queue().equals(queue))
			.map(Demand::queue)
			.toList();
		return others.isEmpty() ? queue : random.pick(others);
	}

}
