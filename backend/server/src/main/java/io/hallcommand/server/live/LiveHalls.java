package io.hallcommand.server.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.Answer;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.server.cluster.Relay;
import io.hallcommand.server.journal.Journal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All live halls, spread over lanes, and the watch over the journal: what other nodes
 * tell is followed at once, and whatever they fail to tell is found by looking at the
 * journal's heads.
 */
@Component
class LiveHalls implements Halls, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(LiveHalls.class);

	/** How often to look at the heads while nodes hear each other. */
	private static final Duration CALM = Duration.ofSeconds(5);

	/** How often while they do not, or while the journal does not answer. */
	private static final Duration ALERT = Duration.ofSeconds(1);

	/** How often to look for halls that are due and live nowhere, as after a start. */
	private static final Duration SLEEPERS = Duration.ofSeconds(10);

	/** Heads may be committed a little after they are stamped. */
	private static final Duration OVERLAP = Duration.ofSeconds(30);

	/** How many halls are brought to life side by side. */
	private static final int AT_ONCE = 8;

	/** A journal that takes longer to answer is taken as gone. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final List<Lane> lanes;

	private final Journal journal;

	private final Relay relay;

	private final Screens.Factory screens;

	private final InstantSource clock;

	private final Disposable.Composite watch = Disposables.composite();

	private volatile Instant lookedAt = Instant.EPOCH;

	private volatile boolean fresh = true;

	private volatile boolean running;

	LiveHalls(Journal journal, Relay relay, Screens.Factory screens, List<PlanListener> plans,
			List<AlertListener> alerts, List<EmergencyListener> emergencies, List<GlanceListener> glances,
			InstantSource clock, LiveSettings settings, MeterRegistry meters) {
		this.journal = journal;
		this.relay = relay;
		this.screens = screens;
		this.clock = clock;
		Listeners listeners = Listeners.of(plans, alerts, emergencies, glances);
		this.lanes = IntStream.range(0, settings.lanes())
			.mapToObj((i) -> new Lane(i, journal, relay, screens, listeners, clock, settings, () -> answered(false)))
			.toList();
		Gauge.builder("hall.live.waiting", this.lanes, (lanes) -> lanes.stream().mapToInt(Lane::waiting).sum())
			.description("Events that wait for their commit")
			.baseUnit("events")
			.register(meters);
	}

	@Override
	public Mono<Receipt> report(HallId hall, List<Report> reports) {
		return Mono.create((sink) -> lane(hall).submit(hall, new Command.Take(reports, 0, sink)));
	}

	@Override
	public Mono<Long> plan(HallPlan plan, String actor) {
		return Mono.create((sink) -> lane(plan.hall()).submit(plan.hall(), new Command.Plan(plan, actor, sink)));
	}

	@Override
	public Mono<DeskAnswer> order(HallId hall, Order order, String actor, String id) {
		return decide(hall, EventKey.ofOrder(actor, id), Decisions.order(order, actor));
	}

	@Override
	public Mono<EmergencyAnswer> emergency(HallId hall, EmergencyOrder order, String actor, String id) {
		return decide(hall, EventKey.ofOrder(actor, id), Decisions.emergency(order, actor, null));
	}

	@Override
	public Mono<EmergencyAnswer> record(HallId hall, Urgent urgent) {
		return switch (urgent) {
			case Urgent.Ordered ordered ->
				decide(hall, urgent.key(), Decisions.emergency(ordered.order(), ordered.actor(), ordered.said()));
			case Urgent.Signalled signalled ->
				report(hall, List.of(signalled.report())).map((receipt) -> EmergencyAnswer.nothing(receipt.version()));
		};
	}

	@Override
	public Mono<EmergencyAnswer> show(HallId hall, Urgent urgent) {
		return lane(hall).show(hall, urgent);
	}

	@Override
	public void recorded(HallId hall, Urgent urgent) {
		lane(hall).recorded(hall, urgent);
	}

	@Override
	public Mono<Long> rules(HallId hall, AlertPolicy rules, String actor) {
		return decide(hall, fresh("rules"), Decisions.rules(rules, actor)).map(DeskAnswer::version);
	}

	@Override
	public Mono<Long> roster(HallId hall, List<Shift> shifts, String actor) {
		return decide(hall, fresh("roster"), Decisions.roster(shifts, actor)).map(DeskAnswer::version);
	}

	@Override
	public Mono<Long> usual(HallId hall, UsualDays days, String actor) {
		return decide(hall, fresh("usual"), Decisions.usual(days, actor)).map(DeskAnswer::version);
	}

	@Override
	public Mono<UsualDays> usual(HallId hall) {
		return lane(hall).hall(hall).map(LiveHall::usual);
	}

	@Override
	public Mono<AlertPolicy> rules(HallId hall) {
		return lane(hall).hall(hall).map(LiveHall::rules);
	}

	@Override
	public Mono<ContingencyPlans> contingencyPlans(HallId hall) {
		return lane(hall).hall(hall).map(LiveHall::contingencyPlans);
	}

	private <A extends Answer> Mono<A> decide(HallId hall, EventKey key, Command.Decision<A> decision) {
		return Mono.create((sink) -> lane(hall).submit(hall, new Command.Decide<>(decision, key, false, sink)));
	}

	private static EventKey fresh(String what) {
		return new EventKey(EventKey.HALL, what + "-" + UUID.randomUUID());
	}

	@Override
	public Mono<HallView> view(HallId hall) {
		return lane(hall).hall(hall).map(LiveHall::view);
	}

	@Override
	public Mono<Long> enliven(HallId hall) {
		return lane(hall).hall(hall).map(LiveHall::version);
	}

	@Override
	public void start() {
		this.running = true;
		this.watch.add(this.relay.told().subscribe((told) -> lane(told.hall()).told(told.hall(), told.entries())));
		this.watch.add(Flux.defer(this::look)
			.then()
			.onErrorComplete()
			.then(Mono.defer(() -> Mono.delay((this.fresh && this.relay.connected()) ? CALM : ALERT)))
			.repeat()
			.subscribe());
		this.watch.add(Flux.defer(this::wake).then().onErrorComplete().then(Mono.delay(SLEEPERS)).repeat().subscribe());
	}

	@Override
	public void stop() {
		this.running = false;
		this.watch.dispose();
		this.lanes.forEach(Lane::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, which is the last to start and the first to stop. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** Brings halls to life that have something to do. */
	private Flux<LiveHall> wake() {
		return this.journal.due(this.clock.instant().plus(SLEEPERS))
			.timeout(PATIENCE)
			.flatMap((hall) -> lane(hall).hall(hall).onErrorComplete(), AT_ONCE);
	}

	private Flux<Journal.Head> look() {
		Instant now = this.clock.instant();
		return this.journal.heads(this.lookedAt)
			.timeout(PATIENCE)
			.doOnNext((head) -> lane(head.hall()).seen(head.hall(), head.version()))
			.doOnComplete(() -> {
				this.lookedAt = now.minus(OVERLAP);
				answered(true);
			})
			.doOnError((ex) -> answered(false));
	}

	/** Hears from the watch, and from lanes whose commits fail. */
	private synchronized void answered(boolean answers) {
		if (answers != this.fresh) {
			this.fresh = answers;
			this.screens.fresh(answers);
			log.warn(answers ? "The journal answers again"
					: "The journal does not answer: screens show what was last known");
		}
	}

	private Lane lane(HallId hall) {
		return this.lanes.get(Math.floorMod(hall.hashCode() * 0x9E3779B9 >>> 16, this.lanes.size()));
	}

}
