package io.hallcommand.edge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.place.Label;
import io.hallcommand.server.journal.Journal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries to be read, and nothing else.
 */
class FakeJournal implements Journal {

	/** A hall that has a journal but is not in the directory. */
	static final HallId LEFT_OVER = new HallId("left-over");

	final Map<HallId, List<JournalEntry>> entries = new ConcurrentHashMap<>(Map.of(LEFT_OVER, List.of(planned())));

	@Override
	public Mono<String> epoch() {
		return Mono.just("fake");
	}

	@Override
	public Mono<List<Outcome>> append(List<Append> batch) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Flux<JournalEntry> read(HallId hall, long after, long limit) {
		return Flux.fromIterable(this.entries.getOrDefault(hall, List.of()))
			.filter((entry) -> entry.version() > after)
			.take(limit);
	}

	@Override
	public Flux<JournalEntry> anomalies(HallId hall, long before, int limit) {
		return Flux.empty();
	}

	@Override
	public Flux<Head> heads(Instant since) {
		return Flux.empty();
	}

	@Override
	public Flux<HallId> due(Instant until) {
		return Flux.empty();
	}

	@Override
	public Flux<JournalEntry> alert(HallId hall, AlertId alert) {
		return Flux.empty();
	}

	/** All of them, whichever is asked for. */
	@Override
	public Flux<JournalEntry> emergencies(HallId hall, @Nullable EmergencyId of, int limit) {
		return read(hall, 0, Long.MAX_VALUE).filter((entry) -> entry.event() instanceof HallEvent.EmergencyMoved)
			.takeLast(limit);
	}

	@Override
	public Flux<JournalEntry> order(HallId hall, EventKey key) {
		return Flux.empty();
	}

	@Override
	public Mono<HallSnapshot> snapshot(HallId hall) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> keep(List<HallSnapshot> snapshots) {
		return Mono.empty();
	}

	private static JournalEntry planned() {
		HallPlan plan = new HallPlan(LEFT_OVER, new Label("余", "left over"), HallLevel.COUNTY, null,
				ZoneId.of("Asia/Shanghai"), HallClock.LIVE, null, List.of(), List.of(), List.of());
		Instant time = Instant.parse("2026-11-20T01:00:00Z");
		return new JournalEntry(1, new EventKey("hall", "1"), time, null, time,
				new HallEvent.HallPlanned(plan, "somebody"), null);
	}

}
