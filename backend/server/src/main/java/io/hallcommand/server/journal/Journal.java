package io.hallcommand.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The journals of all halls. Any node may append to any hall: an append names the version
 * that it was decided on, and is refused when the hall has moved on since.
 * <p>
 * Every method signals {@link JournalUnavailableException} when the store does not
 * answer; nothing was then acknowledged, though an append may have been committed.
 */
public interface Journal {

	/** How long an event's key is remembered at least. */
	Duration KEYS_KEPT = Duration.ofHours(24);

	/** How many entries of one alert are read at most. */
	int LONGEST_HISTORY = 1000;

	/**
	 * What names this journal among all others: it changes when the store is made anew.
	 * Letters and digits only, at most 16.
	 */
	Mono<String> epoch();

	/**
	 * Appends to many halls in one commit. Halls are independent: one that is refused
	 * keeps no other back. A hall stands at most once in a batch.
	 * @return an outcome for each append, in the order of the batch, after the commit
	 */
	Mono<List<Outcome>> append(List<Append> batch);

	/**
	 * Reads a hall's entries after a version, in order, without a gap. Read as the
	 * subscriber asks for them; memory is bounded.
	 * @param limit how many at most
	 */
	Flux<JournalEntry> read(HallId hall, long after, long limit);

	/**
	 * Reads the newest anomalies of a hall, the newest first.
	 * @param before only versions below this one
	 */
	Flux<JournalEntry> anomalies(HallId hall, long before, int limit);

	/**
	 * Reads what happened to one alert, the oldest first; at most
	 * {@value #LONGEST_HISTORY} entries.
	 */
	Flux<JournalEntry> alert(HallId hall, AlertId alert);

	/**
	 * Reads what happened lately to a hall's emergencies, and to what belongs to them,
	 * the oldest first. What a device signalled is not among it, what the hall made of
	 * that is.
	 * @param of this emergency only; {@code null} for all
	 * @param limit how many at most, of which the newest
	 */
	Flux<JournalEntry> emergencies(HallId hall, @Nullable EmergencyId of, int limit);

	/**
	 * Reads what was written of an order from the desk, in order, while its key is
	 * remembered.
	 */
	Flux<JournalEntry> order(HallId hall, EventKey key);

	/**
	 * The versions of the halls whose journals moved since a time, with some from shortly
	 * before it; {@link Instant#EPOCH} gives all halls.
	 */
	Flux<Head> heads(Instant since);

	/**
	 * The halls that had something to do by themselves up to a time.
	 */
	Flux<HallId> due(Instant until);

	/**
	 * The newest snapshot that this program can read; empty if there is none.
	 */
	Mono<HallSnapshot> snapshot(HallId hall);

	/**
	 * Keeps snapshots beside the journal. An older one never replaces a newer one.
	 */
	Mono<Void> keep(List<HallSnapshot> snapshots);

	/**
	 * Entries for one hall.
	 *
	 * @param expected the version of the hall on which they were decided; the first
	 * entry's version is one more
	 * @param entries not empty
	 * @param wakesAt when the hall has something to do next by itself; {@code null} if it
	 * has not
	 */
	record Append(HallId hall, long expected, List<JournalEntry> entries, @Nullable Instant wakesAt) {

		public Append(HallId hall, long expected, List<JournalEntry> entries) {
			this(hall, expected, entries, null);
		}

	}

	/**
	 * How far a hall's journal is.
	 */
	record Head(HallId hall, long version) {
	}

	/**
	 * What became of an append.
	 */
	sealed interface Outcome {

	}

	record Committed() implements Outcome {
	}

	/**
	 * Somebody else appended first: read on after what you know and decide again.
	 */
	record MovedOn() implements Outcome {
	}

	/**
	 * Some keys are in the hall's journal already. Nothing was appended to this hall.
	 */
	record Duplicates(List<EventKey> keys) implements Outcome {
	}

}
