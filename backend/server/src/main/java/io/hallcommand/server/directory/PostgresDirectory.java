package io.hallcommand.server.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.access.HallTree;
import io.hallcommand.server.live.PlanListener;
import io.hallcommand.server.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The directory in memory, with its copy in PostgreSQL. It hears of plans from the live
 * halls of this node, and looks every few seconds for those that other nodes stored.
 */
@Component
class PostgresDirectory implements Directory, HallTree, PlanListener, SmartLifecycle {

	/** Before the live halls and whatever else needs to know halls. */
	static final int PHASE = -1_000;

	private static final Logger logger = LoggerFactory.getLogger(PostgresDirectory.class);

	/** A commit becomes visible a little after the time that it bears. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private static final int AT_ONCE = 500;

	private final PlanStore store;

	private final Rounds rounds;

	private final PlanTree tree = new PlanTree();

	/** What is known here and maybe not stored yet. */
	private final Map<HallId, Planned> unstored = new ConcurrentHashMap<>();

	private final Shared storing = new Shared(storeAll());

	/** The database's time of the last good look. */
	private volatile @Nullable Instant last;

	PostgresDirectory(PlanStore store, DirectorySettings settings) {
		this.store = store;
		this.rounds = new Rounds(settings.refresh(), settings.refresh(), () -> store().then(refresh()),
				(failure) -> logger.debug("Plans could not be looked for", failure));
	}

	@Override
	public Optional<HallPlan> plan(HallId hall) {
		Planned planned = this.tree.get(hall);
		return Optional.ofNullable(planned).map(Planned::plan);
	}

	@Override
	public boolean exists(HallId hall) {
		return this.tree.get(hall) != null;
	}

	@Override
	public boolean isWithin(HallId hall, HallId ancestor) {
		return this.tree.isWithin(hall, ancestor);
	}

	@Override
	public List<HallPlan> plans() {
		return this.tree.ordered();
	}

	/** The version since which the hall follows its plan; 0 if it has none. */
	long version(HallId hall) {
		Planned planned = this.tree.get(hall);
		return (planned != null) ? planned.version() : 0;
	}

	@Override
	public void planned(HallPlan plan, long version) {
		Planned planned = new Planned(plan, version);
		if (this.tree.put(planned)) {
			this.unstored.merge(plan.hall(), planned, (a, b) -> (a.version() > b.version()) ? a : b);
			store().subscribe((nothing) -> {
			}, (failure) -> logger.warn("Plans could not be stored; tried again shortly: {}", failure.getMessage()));
		}
	}

	/** Completes when all that was known at this moment is stored. */
	Mono<Void> store() {
		return this.storing.run();
	}

	private Mono<Void> storeAll() {
		return Flux.defer(() -> Flux.fromIterable(List.copyOf(this.unstored.values())))
			.buffer(AT_ONCE)
			.concatMap((plans) -> this.store.keep(plans)
				.doOnSuccess((nothing) -> plans.forEach((plan) -> this.unstored.remove(plan.plan().hall(), plan))))
			.then();
	}

	/** Takes over what other nodes stored. */
	Mono<Void> refresh() {
		return this.store.now().flatMap((now) -> {
			Instant before = this.last;
			Instant since = ((before != null) ? before : now).minus(MARGIN);
			return this.store.changedSince(since)
				.filter((changed) -> version(changed.hall()) < changed.version())
				.map(PlanStore.Version::hall)
				.buffer(AT_ONCE)
				.concatMap(this.store::get)
				.doOnNext(this.tree::put)
				.then(Mono.<Void>fromRunnable(() -> this.last = now));
		});
	}

	@Override
	public void start() {
		this.last = this.store.now().block();
		Long count = this.store.all().doOnNext(this.tree::put).count().block();
		logger.info("{} halls", count);
		this.rounds.start();
	}

	@Override
	public void stop() {
		this.rounds.stop();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
