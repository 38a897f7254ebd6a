package io.hallcommand.server.region;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The newest glance of every hall, whichever node drew it. Changed on one thread.
 */
final class Album {

	/** So many are kept in one statement: it bounds what busy halls cost. */
	static final int AT_ONCE = 500;

	/** What was read so shortly before is new enough. */
	private static final Duration RECENT = Duration.ofMillis(900);

	private final GlanceStore store;

	private final Scheduler thread;

	private final Consumer<HallId> changed;

	private final Map<HallId, Known> known = new ConcurrentHashMap<>();

	/** Who waits longest comes first. */
	private final SequencedMap<HallId, Known> unkept = new LinkedHashMap<>();

	private final Mono<Void> caughtUp = Mono.defer(this::read)
		.cache((unused) -> Duration.ZERO, (failure) -> Duration.ZERO, () -> RECENT);

	private volatile String readUpTo = GlanceStore.BEGINNING;

	/**
	 * @param changed told of each hall that looks different
	 */
	Album(GlanceStore store, Scheduler thread, Consumer<HallId> changed) {
		this.store = store;
		this.thread = thread;
		this.changed = changed;
	}

	/** Any thread. */
	@Nullable Known find(HallId hall) {
		return this.known.get(hall);
	}

	/** A hall that lives here was drawn. */
	void drawn(Glance glance) {
		Known next = Known.drawn(glance);
		if (put(next)) {
			this.unkept.put(next.hall(), next);
		}
	}

	/** Any thread: keeps some of what is not kept yet. */
	Mono<Void> keep() {
		return Mono.defer(() -> {
			List<Known> oldest = this.unkept.values().stream().limit(AT_ONCE).toList();
			return oldest.isEmpty() ? Mono.<Void>empty() : this.store.keep(oldest).then(onThread(() -> kept(oldest)));
		}).subscribeOn(this.thread);
	}

	private void kept(List<Known> glances) {
		glances.forEach((each) -> this.unkept.remove(each.hall(), each));
	}

	/** Any thread: knows what other nodes kept, but for the last moment. */
	Mono<Void> catchUp() {
		return this.caughtUp;
	}

	private Mono<Void> read() {
		return this.store.changedSince(this.readUpTo).flatMap((page) -> onThread(() -> {
			page.glances().forEach(this::put);
			this.readUpTo = page.upTo();
		}));
	}

	private boolean put(Known next) {
		Known before = this.known.get(next.hall());
		if (before != null && !next.isNewerThan(before)) {
			return false;
		}
		this.known.put(next.hall(), next);
		this.changed.accept(next.hall());
		return true;
	}

	private Mono<Void> onThread(Runnable work) {
		return Mono.<Void>fromRunnable(work).subscribeOn(this.thread);
	}

}
