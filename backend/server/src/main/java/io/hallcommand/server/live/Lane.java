package io.hallcommand.server.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.cluster.Relay;
import io.hallcommand.server.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The writer of many halls: one thread, one commit under way. What arrives during a
 * commit makes the next one, so the journal's own pace decides how large commits are.
 */
final class Lane {

	private static final Logger log = LoggerFactory.getLogger(Lane.class);

	/** How many entries one look into the journal brings at most. */
	private static final int READ_LIMIT = 5_000;

	private static final int READ_CHUNK = 500;

	/** A deadline is looked at this often at least: the clock may be set. */
	private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

	private final ScheduledThreadPoolExecutor thread;

	private final Scheduler scheduler;

	private final Journal journal;

	private final Relay relay;

	private final Screens.Factory screens;

	private final PlanListener plans;

	private final InstantSource clock;

	private final LiveSettings settings;

	/** To be run when the journal does not answer. */
	private final Runnable silence;

	private final Map<HallId, LiveHall> halls = new HashMap<>();

	private final Map<HallId, List<MonoSink<LiveHall>>> arrivals = new HashMap<>();

	/** Halls with something to decide, in the order in which it came. */
	private final SequencedSet<LiveHall> hot = new LinkedHashSet<>();

	private final Map<HallId, HallSnapshot> toKeep = new LinkedHashMap<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private boolean appending;

	private boolean commitComing;

	private boolean keeping;

	Lane(int number, Journal journal, Relay relay, Screens.Factory screens, PlanListener plans, InstantSource clock,
			LiveSettings settings, Runnable silence) {
		this.thread = new ScheduledThreadPoolExecutor(1, (work) -> new LaneThread(work, number));
		this.thread.setRemoveOnCancelPolicy(true);
		this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		this.scheduler = Schedulers.fromExecutorService(this.thread);
		this.journal = journal;
		this.relay = relay;
		this.screens = screens;
		this.plans = plans;
		this.clock = clock;
		this.settings = settings;
		this.silence = silence;
	}

	int waiting() {
		return this.waiting.get();
	}

	void close() {
		this.thread.shutdown();
	}

	/** Any thread: hands a command to a hall. */
	void submit(HallId id, Command command) {
		int weight = command.weight();
		if (this.waiting.addAndGet(weight) > this.settings.waiting() && weight > 0) {
			this.waiting.addAndGet(-weight);
			command.fail(new HallBusyException("Too many events wait to be committed"));
			return;
		}
		run(() -> {
			LiveHall hall = this.halls.get(id);
			if (hall == null) {
				hall = load(id);
			}
			hall.inbox().add(command);
			heat(hall);
		});
	}

	/** Any thread: the hall, once it is alive; used on the lane's thread only. */
	Mono<LiveHall> hall(HallId id) {
		return Mono.create((sink) -> run(() -> {
			LiveHall hall = this.halls.get(id);
			if (hall != null && hall.exists()) {
				sink.success(hall);
				return;
			}
			this.arrivals.computeIfAbsent(id, (unused) -> new ArrayList<>()).add(sink);
			if (hall == null) {
				load(id);
			}
		}));
	}

	/** Any thread: another node committed these. */
	void told(HallId id, List<JournalEntry> entries) {
		run(() -> {
			LiveHall hall = this.halls.get(id);
			if (hall != null) {
				if (hall.follow(entries)) {
					moved(hall, entries);
				}
				else {
					read(hall);
				}
			}
		});
	}

	/** Any thread: the journal says that the hall is at this version. */
	void seen(HallId id, long version) {
		run(() -> {
			LiveHall hall = this.halls.get(id);
			if (hall != null && version > hall.version() && !hall.committing()) {
				read(hall);
			}
		});
	}

	private LiveHall load(HallId id) {
		LiveHall hall = new LiveHall(id, this.screens.screensOf(id, () -> run(() -> drawWhole(id))));
		this.halls.put(id, hall);
		hall.beginReading();
		this.relay.listen(id);
		this.journal.snapshot(id)
			.publishOn(this.scheduler)
			.subscribe((snapshot) -> restore(hall, snapshot), (ex) -> run(() -> unreadable(hall, ex)),
					() -> run(() -> readOn(hall)));
		return hall;
	}

	/** A snapshot that cannot be used is none: the journal holds everything. */
	private static void restore(LiveHall hall, HallSnapshot snapshot) {
		try {
			hall.restore(snapshot);
		}
		catch (RuntimeException ex) {
			log.warn("The snapshot of hall {} is of no use; its journal is read from the beginning", hall.id(), ex);
		}
	}

	/** Catches up with the journal. */
	private void read(LiveHall hall) {
		if (hall.beginReading()) {
			readOn(hall);
		}
	}

	private void readOn(LiveHall hall) {
		AtomicInteger count = new AtomicInteger();
		this.journal.read(hall.id(), hall.version(), READ_LIMIT)
			.buffer(READ_CHUNK)
			.publishOn(this.scheduler, 1)
			.subscribe((entries) -> {
				count.addAndGet(entries.size());
				if (!hall.follow(entries)) {
					throw new IllegalStateException("The journal of hall " + hall.id() + " has nothing between version "
							+ hall.version() + " and " + entries.getFirst().version());
				}
				moved(hall, entries);
			}, (ex) -> run(() -> unreadable(hall, ex)), () -> run(() -> {
				if (hall.endReading() || count.get() == READ_LIMIT) {
					read(hall);
				}
				else {
					arrived(hall);
				}
			}));
	}

	private void arrived(LiveHall hall) {
		// A hall whose first plan is just being committed has nobody to turn away yet
		if (hall.exists() || hall.inbox().isEmpty()) {
			welcome(hall);
		}
		if (!hall.exists() && hall.inbox().isEmpty()) {
			remove(hall);
			return;
		}
		arm(hall);
		heat(hall);
	}

	private void unreadable(LiveHall hall, Throwable cause) {
		hall.endReading();
		log.debug("Hall {} could not be read", hall.id(), cause);
		List<MonoSink<LiveHall>> sinks = this.arrivals.remove(hall.id());
		if (sinks != null) {
			sinks.forEach((sink) -> sink.error(cause));
		}
		while (!hall.inbox().isEmpty()) {
			Command command = hall.inbox().removeFirst();
			this.waiting.addAndGet(-command.weight());
			command.fail(cause);
		}
		if (!hall.exists()) {
			remove(hall);
		}
	}

	private void remove(LiveHall hall) {
		this.halls.remove(hall.id());
		this.relay.forget(hall.id());
		this.screens.forget(hall.id());
	}

	private void heat(LiveHall hall) {
		if (hall.ready()) {
			this.hot.add(hall);
			commitSoon();
		}
	}

	private void commitSoon() {
		// Behind what other threads have handed in already: it goes into the same commit
		if (!this.appending && !this.commitComing) {
			this.commitComing = true;
			run(this::commit);
		}
	}

	private void commit() {
		this.commitComing = false;
		if (this.appending) {
			return;
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		int room = this.settings.batch();
		List<LiveHall> halls = new ArrayList<>();
		List<Batch> batches = new ArrayList<>();
		List<Journal.Append> appends = new ArrayList<>();
		while (room > 0 && !this.hot.isEmpty()) {
			LiveHall hall = this.hot.removeFirst();
			if (!hall.ready()) {
				continue;
			}
			Batch batch = hall.newBatch();
			try {
				hall.decide(batch, room, now);
			}
			catch (RuntimeException ex) {
				spoiled(hall, batch, ex);
				continue;
			}
			if (batch.entries().isEmpty()) {
				finish(hall, batch);
				continue;
			}
			room -= batch.entries().size();
			halls.add(hall);
			batches.add(batch);
			appends.add(new Journal.Append(hall.id(), batch.expected(), batch.entries()));
		}
		if (!appends.isEmpty()) {
			this.appending = true;
			this.journal.append(appends)
				.subscribe((outcomes) -> run(() -> appended(halls, batches, outcomes)),
						(ex) -> run(() -> failed(halls, batches, ex)));
		}
		else if (!this.hot.isEmpty()) {
			commitSoon();
		}
	}

	private void appended(List<LiveHall> halls, List<Batch> batches, List<Journal.Outcome> outcomes) {
		this.appending = false;
		for (int i = 0; i < halls.size(); i++) {
			try {
				appended(halls.get(i), batches.get(i), outcomes.get(i));
			}
			catch (RuntimeException ex) {
				log.error("Hall {} could not take over what was committed; it is read anew", halls.get(i).id(), ex);
				unreadable(halls.get(i), ex);
				remove(halls.get(i));
			}
		}
		keep();
		if (!this.hot.isEmpty()) {
			commitSoon();
		}
	}

	private void appended(LiveHall hall, Batch batch, Journal.Outcome outcome) {
		switch (outcome) {
			case Journal.Committed committed -> {
				finish(hall, batch);
				this.relay.send(hall.id(), batch.entries());
				moved(hall, batch.entries());
			}
			case Journal.MovedOn movedOn -> {
				hall.movedOn(batch);
				read(hall);
			}
			case Journal.Duplicates duplicates -> {
				this.waiting.addAndGet(-hall.duplicates(batch, duplicates.keys()));
				heat(hall);
			}
		}
	}

	private void finish(LiveHall hall, Batch batch) {
		this.waiting.addAndGet(-batch.weight());
		hall.committed(batch);
		welcome(hall);
		if (!hall.exists() && hall.inbox().isEmpty()) {
			remove(hall);
		}
		heat(hall);
	}

	/** A bug in the core must cost the batch that shows it, and nothing else. */
	private void spoiled(LiveHall hall, Batch batch, RuntimeException cause) {
		log.error("Hall {} could not decide on {} events", hall.id(), batch.weight(), cause);
		this.waiting.addAndGet(-batch.weight());
		hall.failed(batch, cause);
		heat(hall);
	}

	/** Answers those who waited for the hall to come to life. */
	private void welcome(LiveHall hall) {
		List<MonoSink<LiveHall>> sinks = this.arrivals.remove(hall.id());
		if (sinks == null) {
			return;
		}
		for (MonoSink<LiveHall> sink : sinks) {
			if (hall.exists()) {
				sink.success(hall);
			}
			else {
				sink.error(new NoSuchHallException(hall.id()));
			}
		}
	}

	private void failed(List<LiveHall> halls, List<Batch> batches, Throwable cause) {
		this.appending = false;
		this.silence.run();
		for (int i = 0; i < halls.size(); i++) {
			this.waiting.addAndGet(-batches.get(i).weight());
			halls.get(i).failed(batches.get(i), cause);
			// It may have been committed all the same
			read(halls.get(i));
		}
		if (!this.hot.isEmpty()) {
			commitSoon();
		}
	}

	/** The hall's committed state has changed by these entries. */
	private void moved(LiveHall hall, List<JournalEntry> entries) {
		draw(hall);
		arm(hall);
		LiveHall.planIn(entries).ifPresent((plan) -> this.plans.planned(plan, hall.version()));
		if (hall.needsKeeping(this.settings.snapshotEvery())) {
			this.toKeep.put(hall.id(), hall.keep());
		}
	}

	/** Keeps snapshots beside the journal: never more than one call under way. */
	private void keep() {
		if (this.keeping || this.toKeep.isEmpty()) {
			return;
		}
		this.keeping = true;
		List<HallSnapshot> snapshots = List.copyOf(this.toKeep.values());
		this.toKeep.clear();
		this.journal.keep(snapshots).doFinally((signal) -> run(() -> this.keeping = false)).subscribe((unused) -> {
		}, (ex) -> log.debug("Snapshots were not kept; a later one will be", ex));
	}

	private void draw(LiveHall hall) {
		long wait = hall.draw(System.nanoTime(), this.settings.cadence().toNanos());
		if (wait > 0) {
			later(() -> {
				hall.drawNow();
				draw(hall);
			}, wait, TimeUnit.NANOSECONDS);
		}
	}

	private void drawWhole(HallId id) {
		LiveHall hall = this.halls.get(id);
		if (hall != null && hall.exists()) {
			hall.screens().view(hall.view());
		}
	}

	/** Arranges the hall's next deadline. */
	private void arm(LiveHall hall) {
		hall.newDeadline().ifPresent((deadline) -> {
			Duration sleep = Duration.between(this.clock.instant(), deadline);
			sleep = (sleep.compareTo(LONGEST_SLEEP) > 0) ? LONGEST_SLEEP : sleep;
			hall.alarm(later(() -> wake(hall, deadline), Math.max(1, sleep.toMillis()), TimeUnit.MILLISECONDS));
		});
	}

	private void wake(LiveHall hall, Instant deadline) {
		hall.woken();
		if (this.clock.instant().isBefore(deadline)) {
			arm(hall);
			return;
		}
		hall.inbox().add(new Command.Wake());
		heat(hall);
		// Should the commit fail, the deadline comes again
		later(() -> arm(hall), 1, TimeUnit.SECONDS);
	}

	private Future<?> later(Runnable work, long delay, TimeUnit unit) {
		try {
			return this.thread.schedule(guarded(work), delay, unit);
		}
		catch (RejectedExecutionException ex) {
			log.trace("The lane is closed", ex);
			return CompletableFuture.completedFuture(false);
		}
	}

	void run(Runnable work) {
		try {
			this.thread.execute(guarded(work));
		}
		catch (RejectedExecutionException ex) {
			log.trace("The lane is closed", ex);
		}
	}

	/** A bug in one hall's turn must not end the turns of all others unseen. */
	private static Runnable guarded(Runnable work) {
		return () -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				log.error("A hall's writer failed", ex);
			}
		};
	}

}
