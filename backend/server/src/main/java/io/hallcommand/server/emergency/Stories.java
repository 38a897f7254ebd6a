package io.hallcommand.server.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeoutException;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What happened in emergencies, from the journal. While that does not answer, what the
 * hall has in memory is told.
 */
@Component
class Stories {

	/** Most emergencies have some dozens. */
	private static final int MOST_ENTRIES = 5_000;

	/** Who works an emergency is not to wait longer for what was before. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Halls halls;

	private final Journal journal;

	Stories(Halls halls, Journal journal) {
		this.halls = halls;
		this.journal = journal;
	}

	/** An emergency by its id, or by that of another report of it. */
	Mono<Told> of(HallId hall, EmergencyId id) {
		return this.halls.view(hall).flatMap((view) -> {
			Emergency inSight = inSight(view, id);
			EmergencyId known = (inSight != null) ? inSight.id() : id;
			return this.journal.emergencies(hall, known, MOST_ENTRIES)
				.collectList()
				.timeout(PATIENCE)
				.onErrorReturn(Stories::isSilent, List.of())
				.map((entries) -> {
					Story story = Story.of(known, entries, inSight);
					if (story == null) {
						throw Problems
							.notFound("The hall has no emergency " + id
									+ ", or its journal no longer reaches back so far.")
							.with("reason", "UNKNOWN_EMERGENCY")
							.exception();
					}
					return new Told(view, story);
				});
		});
	}

	/**
	 * A story and the hall in which it happened.
	 */
	record Told(HallView view, Story story) {
	}

	/** Those that are closed, the newest first. */
	Mono<List<Emergency>> past(HallId hall) {
		return this.journal.emergencies(hall, null, MOST_ENTRIES).collectList().timeout(PATIENCE).map((entries) -> {
			List<Emergency> past = new ArrayList<>();
			byEmergency(entries).forEach((id, each) -> {
				Story story = Story.of(id, each, null);
				if (story != null && story.emergency().state() instanceof EmergencyState.Closed) {
					past.addFirst(story.emergency());
				}
			});
			return past;
		});
	}

	/** Whether this means that the journal does not answer. */
	static boolean isSilent(Throwable failure) {
		return failure instanceof JournalUnavailableException || failure instanceof TimeoutException;
	}

	/** In the order of their declarations. */
	private static Map<EmergencyId, List<JournalEntry>> byEmergency(List<JournalEntry> entries) {
		SequencedMap<EmergencyId, List<JournalEntry>> each = new LinkedHashMap<>();
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.EmergencyMoved moved
					&& moved.event() instanceof EmergencyEvent.OfOne one) {
				each.computeIfAbsent(one.emergency(), (id) -> new ArrayList<>()).add(entry);
			}
		}
		return each;
	}

	private static @Nullable Emergency inSight(HallView view, EmergencyId id) {
		Emergency found = view.emergencies().get(id);
		if (found != null) {
			return found;
		}
		for (Emergency each : view.emergencies().values()) {
			if (each != null && each.aliases().contains(id)) {
				return each;
			}
		}
		return null;
	}

}
