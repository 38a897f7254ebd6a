package io.hallcommand.server.region;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.stream.Feed;
import io.hallcommand.server.stream.Feeds;
import io.hallcommand.wire.GlanceJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.MergePatch;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hall and all below it, as screens show them. It draws frames while somebody watches,
 * and sleeps while nobody does. On the regions' thread.
 */
final class Region {

	/** From a frame to the next. */
	static final Duration PACE = Duration.ofSeconds(1);

	private final HallId top;

	private final Directory directory;

	private final Album album;

	private final InstantSource clock;

	private final Scheduler thread;

	private final Feed feed;

	/** What the newest frame led to; {@code null} while it sleeps. */
	private @Nullable SequencedMap<HallId, String> shown;

	/** The tree of which that was drawn: there is another list when it has changed. */
	private List<HallPlan> tree = List.of();

	private final Set<HallId> changed = new HashSet<>();

	private boolean coming;

	private long drawnAt = System.nanoTime() - PACE.toNanos();

	/** Counts frames; other nodes count others. */
	private volatile long version;

	Region(HallId top, Directory directory, Album album, InstantSource clock, Scheduler thread, Feeds feeds) {
		this.top = top;
		this.directory = directory;
		this.album = album;
		this.clock = clock;
		this.thread = thread;
		this.feed = feeds.feed(UUID.randomUUID().toString(), () -> thread.schedule(this::snapshot));
	}

	/** Any thread. */
	Feed feed() {
		return this.feed;
	}

	boolean isAwake() {
		return this.shown != null;
	}

	/** The picture of this moment. */
	byte[] view() {
		return region(halls(this.directory.plans()));
	}

	/** A hall looks different. */
	void changed(HallId hall) {
		if (isAwake() && this.directory.isWithin(hall, this.top)) {
			this.changed.add(hall);
			drawSoon();
		}
	}

	/** Now and then: falls asleep when nobody watches, and sees when the tree changes. */
	void look() {
		if (!isAwake()) {
			return;
		}
		if (!this.feed.watched()) {
			sleep();
		}
		else if (this.directory.plans() != this.tree) {
			drawSoon();
		}
	}

	private void sleep() {
		this.shown = null;
		this.tree = List.of();
		this.changed.clear();
		this.version++;
		this.feed.skipped(this.version);
	}

	private void snapshot() {
		SequencedMap<HallId, String> halls = this.shown;
		if (halls == null) {
			this.tree = this.directory.plans();
			halls = halls(this.tree);
			this.shown = halls;
			this.version++;
		}
		this.feed.snapshot(this.version, region(halls));
	}

	private void drawSoon() {
		if (!this.coming) {
			this.coming = true;
			long wait = this.drawnAt + PACE.toNanos() - System.nanoTime();
			this.thread.schedule(this::draw, Math.max(0, wait), TimeUnit.NANOSECONDS);
		}
	}

	private void draw() {
		this.coming = false;
		SequencedMap<HallId, String> before = this.shown;
		if (before == null) {
			return;
		}
		List<HallPlan> now = this.directory.plans();
		SequencedMap<HallId, String> patch = (now != this.tree) ? replant(before, now) : redraw(before);
		this.changed.clear();
		if (!patch.isEmpty()) {
			this.drawnAt = System.nanoTime();
			this.version++;
			this.feed.patch(this.version - 1, this.version,
					GlanceJson.patch(this.version, this.clock.instant(), patch).getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Another tree: every hall may look different, and some may have come or gone. */
	private SequencedMap<HallId, String> replant(SequencedMap<HallId, String> before, List<HallPlan> now) {
		SequencedMap<HallId, String> after = halls(now);
		SequencedMap<HallId, String> patch = patch(before, after.keySet(), after);
		before.keySet().stream().filter((hall) -> !after.containsKey(hall)).forEach((hall) -> patch.put(hall, "null"));
		this.tree = now;
		this.shown = after;
		return patch;
	}

	private SequencedMap<HallId, String> redraw(SequencedMap<HallId, String> shown) {
		SequencedMap<HallId, String> after = new LinkedHashMap<>();
		for (HallId hall : this.changed) {
			this.directory.plan(hall).ifPresent((plan) -> after.put(hall, hall(plan)));
		}
		SequencedMap<HallId, String> patch = patch(shown, after.keySet(), after);
		shown.putAll(after);
		return patch;
	}

	private static SequencedMap<HallId, String> patch(Map<HallId, String> before, Collection<HallId> halls,
			Map<HallId, String> after) {
		SequencedMap<HallId, String> patch = new LinkedHashMap<>();
		for (HallId hall : halls) {
			String known = before.get(hall);
			String next = after.getOrDefault(hall, "null");
			if (known == null) {
				patch.put(hall, next);
			}
			else if (!known.equals(next)) {
				ObjectNode change = MergePatch.between(parse(known), parse(next));
				if (!change.isEmpty()) {
					patch.put(hall, change.toString());
				}
			}
		}
		return patch;
	}

	private static ObjectNode parse(String json) {
		return (ObjectNode) HallJson.mapper().readTree(json);
	}

	private SequencedMap<HallId, String> halls(List<HallPlan> plans) {
		SequencedMap<HallId, String> halls = new LinkedHashMap<>();
		for (HallPlan plan : plans) {
			if (this.directory.isWithin(plan.hall(), this.top)) {
				halls.put(plan.hall(), hall(plan));
			}
		}
		return halls;
	}

	private String hall(HallPlan plan) {
		Known known = this.album.find(plan.hall());
		return GlanceJson.hall(plan, !plan.hall().equals(this.top), (known != null) ? known.json() : null);
	}

	private byte[] region(Map<HallId, String> halls) {
		return GlanceJson.region(this.top, this.version, this.clock.instant(), halls).getBytes(StandardCharsets.UTF_8);
	}

}
