package io.hallcommand.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A journal in memory, under the same contract as the real one.
 */
public final class MemoryJournal implements Journal {

	private final Map<HallId, List<JournalEntry>> entries = new TreeMap<>();

	private final Map<HallId, HallSnapshot> snapshots = new HashMap<>();

	private final Map<HallId, Instant> wakes = new TreeMap<>();

	private volatile boolean gone;

	/** Makes it fail from now on, or work again. */
	public void gone(boolean isGone) {
		this.gone = isGone;
	}

	@Override
	public Mono<String> epoch() {
		return answer(() -> "memory");
	}

	@Override
	public Mono<List<Outcome>> append(List<Append> batch) {
		return answer(() -> {
			AppendCheck.check(batch);
			return batch.stream().map(this::append).toList();
		});
	}

	private Outcome append(Append append) {
		List<JournalEntry> journal = this.entries.computeIfAbsent(append.hall(), (hall) -> new ArrayList<>());
		if (journal.size() != append.expected()) {
			return new MovedOn();
		}
		List<EventKey> known = append.entries()
			.stream()
			.map(JournalEntry::key)
			.filter((key) -> journal.stream().anyMatch((entry) -> entry.key().equals(key)))
			.toList();
		if (!known.isEmpty()) {
			return new Duplicates(known);
		}
		journal.addAll(append.entries());
		this.wakes.remove(append.hall());
		if (append.wakesAt() != null) {
			this.wakes.put(append.hall(), append.wakesAt());
		}
		return new Committed();
	}

	@Override
	public Flux<JournalEntry> read(HallId hall, long after, long limit) {
		return answer(() -> journal(hall).stream().filter((entry) -> entry.version() > after).limit(limit).toList())
			.flatMapIterable((read) -> read);
	}

	@Override
	public Flux<JournalEntry> anomalies(HallId hall, long before, int limit) {
		return answer(() -> journal(hall).reversed()
			.stream()
			.filter((entry) -> entry.anomaly() != null && entry.version() < before)
			.limit(limit)
			.toList()).flatMapIterable((read) -> read);
	}

	@Override
	public Flux<Head> heads(Instant since) {
		return answer(() -> this.entries.entrySet()
			.stream()
			.filter((hall) -> !hall.getValue().isEmpty())
			.map((hall) -> new Head(hall.getKey(), hall.getValue().size()))
			.toList()).flatMapIterable((heads) -> heads);
	}

	@Override
	public Flux<HallId> due(Instant until) {
		return answer(() -> this.wakes.entrySet()
			.stream()
			.filter((wake) -> !wake.getValue().isAfter(until))
			.map(Map.Entry::getKey)
			.toList()).flatMapIterable((halls) -> halls);
	}

	@Override
	public Flux<JournalEntry> alert(HallId hall, AlertId alert) {
		return answer(() -> journal(hall).stream()
			.filter((entry) -> entry.event() instanceof HallEvent.AlertMoved moved
					&& moved.event() instanceof AlertEvent.OfOne one && one.alert().equals(alert))
			.toList()).flatMapIterable((read) -> read);
	}

	@Override
	public Flux<JournalEntry> emergencies(HallId hall, @Nullable EmergencyId of, int limit) {
		return answer(() -> {
			List<JournalEntry> found = journal(hall).stream().filter((entry) -> isOf(entry.event(), of)).toList();
			return found.subList(Math.max(0, found.size() - limit), found.size());
		}).flatMapIterable((read) -> read);
	}

	private static boolean isOf(HallEvent event, @Nullable EmergencyId of) {
		return event instanceof HallEvent.EmergencyMoved moved
				&& (of == null || (moved.event() instanceof EmergencyEvent.OfOne one && one.emergency().equals(of)));
	}

	@Override
	public Flux<JournalEntry> order(HallId hall, EventKey key) {
		return answer(() -> journal(hall).stream().filter((entry) -> entry.key().isOf(key)).toList())
			.flatMapIterable((read) -> read);
	}

	@Override
	public Mono<HallSnapshot> snapshot(HallId hall) {
		return answer(() -> Optional.ofNullable(this.snapshots.get(hall))).flatMap(Mono::justOrEmpty);
	}

	@Override
	public Mono<Void> keep(List<HallSnapshot> fresh) {
		return answer(() -> {
			fresh.forEach((snapshot) -> this.snapshots.merge(snapshot.hall(), snapshot,
					(old, other) -> (other.version() > old.version()) ? other : old));
			return true;
		}).then();
	}

	private List<JournalEntry> journal(HallId hall) {
		return this.entries.getOrDefault(hall, List.of());
	}

	private <T> Mono<T> answer(Supplier<T> work) {
		return Mono.fromSupplier(() -> {
			if (this.gone) {
				throw new JournalUnavailableException("The journal is gone", null);
			}
			synchronized (this) {
				return work.get();
			}
		});
	}

}
