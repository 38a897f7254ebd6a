package io.hallcommand.server.region;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.rounds.Rounds;
import io.hallcommand.wire.GlanceJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings to life halls of which no glance is known, or an old one: those that never lived
 * since there are glances, and those whose last one was lost with its node. A few at a
 * time, for there may be thousands.
 */
@Component
class Unseen implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Unseen.class);

	/** Whoever waits for the start comes first. */
	private static final Duration FIRST = Duration.ofSeconds(5);

	private static final Duration EVERY = Duration.ofSeconds(2);

	/** By then a node that lives has kept what it drew. */
	private static final Duration COMPARE = Duration.ofSeconds(20);

	private static final int IN_A_ROUND = 40;

	private static final int AT_ONCE = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Regions regions;

	private final Directory directory;

	private final Halls halls;

	private final Journal journal;

	/** Where journals were at the last look. */
	private Map<HallId, Long> heads = Map.of();

	private Instant lookedAt = Instant.EPOCH;

	/** Halls whose journal is further than their glance. */
	private final Set<HallId> behind = ConcurrentHashMap.newKeySet();

	/** One that cannot be read keeps no other back. */
	private final Set<HallId> tried = new HashSet<>();

	private final Rounds enlivening = new Rounds(FIRST, EVERY, this::enliven,
			(failure) -> log.debug("Halls could not be brought to life", failure));

	private final Rounds comparing = new Rounds(Duration.ZERO, COMPARE, this::compare,
			(failure) -> log.debug("The journal's heads could not be looked at", failure));

	Unseen(Regions regions, Directory directory, Halls halls, Journal journal) {
		this.regions = regions;
		this.directory = directory;
		this.halls = halls;
		this.journal = journal;
	}

	/** Brings some to life; their writers then draw them. */
	Mono<Void> enliven() {
		return Flux.fromIterable(next())
			.flatMap((hall) -> this.halls.enliven(hall).timeout(PATIENCE).onErrorComplete(), AT_ONCE)
			.then();
	}

	private List<HallId> next() {
		List<HallId> next = this.directory.plans()
			.stream()
			.map(HallPlan::hall)
			.filter(this::isUnseen)
			.filter((hall) -> !this.tried.contains(hall))
			.limit(IN_A_ROUND)
			.toList();
		if (next.isEmpty()) {
			this.tried.clear();
		}
		this.tried.addAll(next);
		next.forEach(this.behind::remove);
		return next;
	}

	private boolean isUnseen(HallId hall) {
		Known known = this.regions.find(hall);
		return known == null || known.format() < GlanceJson.FORMAT || this.behind.contains(hall);
	}

	/** Finds halls whose glance has not followed their journal since the last look. */
	Mono<Void> compare() {
		return this.regions.catchUp().then(Mono.defer(() -> {
			this.heads.forEach((hall, version) -> {
				if (this.regions.find(hall) instanceof Known known && known.version() < version) {
					this.behind.add(hall);
				}
			});
			Instant now = Instant.now();
			return this.journal.heads(this.lookedAt).collectList().doOnNext((moved) -> {
				Map<HallId, Long> next = new HashMap<>();
				moved.forEach((head) -> next.put(head.hall(), head.version()));
				this.heads = next;
				this.lookedAt = now;
			});
		})).then();
	}

	@Override
	public void start() {
		this.enlivening.start();
		this.comparing.start();
	}

	@Override
	public void stop() {
		this.enlivening.stop();
		this.comparing.stop();
	}

	@Override
	public boolean isRunning() {
		return this.enlivening.isRunning();
	}

}
