package io.hallcommand.edge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.journal.Journal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries to be read, and nothing else.
 */
class FakeJournal implements Journal {

	final Map<HallId, List<JournalEntry>> entries = new ConcurrentHashMap<>();

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
	public Mono<HallSnapshot> snapshot(HallId hall) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> keep(List<HallSnapshot> snapshots) {
		return Mono.empty();
	}

}
