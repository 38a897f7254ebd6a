package io.hallcommand.server.region;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.live.GlanceListener;
import io.hallcommand.server.rounds.Rounds;
import io.hallcommand.server.stream.Feed;
import io.hallcommand.server.stream.Feeds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The regions that somebody watched, and the album that they are drawn from. One thread
 * does all of it.
 */
@Component
class Regions implements GlanceListener, SmartLifecycle {

	/** After the directory, before the live halls. */
	static final int PHASE = -900;

	private static final Logger log = LoggerFactory.getLogger(Regions.class);

	/** A screen waits no longer for what other nodes know. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration LAST_WORDS = Duration.ofSeconds(2);

	private final Directory directory;

	private final Feeds feeds;

	private final InstantSource clock;

	private final Scheduler thread = Schedulers.newSingle("regions", true);

	private final Album album;

	private final Map<HallId, Region> regions = new ConcurrentHashMap<>();

	/** What writers told and the album does not know yet: the newest of each hall. */
	private final Map<HallId, Glance> told = new ConcurrentHashMap<>();

	private final AtomicBoolean taking = new AtomicBoolean();

	private final Rounds keeping;

	private final Rounds reading;

	Regions(GlanceStore store, Directory directory, Feeds feeds, InstantSource clock) {
		this.directory = directory;
		this.feeds = feeds;
		this.clock = clock;
		this.album = new Album(store, this.thread, this::changed);
		this.keeping = new Rounds(Region.PACE, Region.PACE, this.album::keep,
				(failure) -> log.debug("Glances were not kept; they will be", failure));
		this.reading = new Rounds(Region.PACE, Region.PACE, () -> isWatched() ? this.album.catchUp() : Mono.empty(),
				(failure) -> log.debug("What other nodes know of halls could not be read", failure));
	}

	/** Any thread: what is known of a hall. */
	@Nullable Known find(HallId hall) {
		return this.album.find(hall);
	}

	/** Any thread: knows what other nodes kept. */
	Mono<Void> catchUp() {
		return this.album.catchUp();
	}

	/** The frames of a region. */
	Mono<Feed> feed(HallId top) {
		return soon().then(Mono.fromSupplier(() -> region(top).feed()));
	}

	/** The picture of a region, once. */
	Mono<byte[]> view(HallId top) {
		return soon().then(Mono.fromSupplier(() -> region(top).view()).subscribeOn(this.thread));
	}

	/** If the database does not answer, what is known will do. */
	private Mono<Void> soon() {
		return this.album.catchUp().timeout(PATIENCE).onErrorComplete();
	}

	private Region region(HallId top) {
		return this.regions.computeIfAbsent(top,
				(id) -> new Region(id, this.directory, this.album, this.clock, this.thread, this.feeds));
	}

	@Override
	public void glanced(List<Glance> glances) {
		for (Glance glance : glances) {
			this.told.merge(glance.hall(), glance, (one, other) -> (one.version() > other.version()) ? one : other);
		}
		if (this.taking.compareAndSet(false, true)) {
			try {
				this.thread.schedule(this::take);
			}
			catch (RejectedExecutionException ex) {
				log.trace("The server stops", ex);
			}
		}
	}

	private void take() {
		this.taking.set(false);
		for (Iterator<Glance> each = this.told.values().iterator(); each.hasNext();) {
			Glance glance = each.next();
			each.remove();
			this.album.drawn(glance);
		}
	}

	private void changed(HallId hall) {
		this.regions.values().forEach((region) -> region.changed(hall));
	}

	private boolean isWatched() {
		return this.regions.values().stream().anyMatch((region) -> region.feed().watched());
	}

	private void look() {
		this.regions.values().forEach(Region::look);
	}

	@Override
	public void start() {
		this.album.catchUp().block();
		this.thread.schedulePeriodically(this::look, Region.PACE.toMillis(), Region.PACE.toMillis(),
				TimeUnit.MILLISECONDS);
		this.keeping.start();
		this.reading.start();
	}

	/** Writers have stopped: what they told last is kept if the database answers. */
	@Override
	public void stop() {
		this.reading.stop();
		this.keeping.stop();
		this.album.keep().timeout(LAST_WORDS).onErrorComplete().block();
		this.thread.dispose();
	}

	@Override
	public boolean isRunning() {
		return this.keeping.isRunning();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
