package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/**
 * The devices that report to a hall: when each was heard last, and how right its clock
 * is.
 */
final class Sources {

	/** Bounds a hall's memory: whoever was not heard for longest is forgotten. */
	static final int MOST = 2_000;

	/** Reports may come late, so only a clock that is off by more is looked at. */
	private static final Duration LATE = Duration.ofSeconds(5);

	/** Whoever was heard last stands last. */
	private final SequencedMap<String, Source> sources = new LinkedHashMap<>();

	/**
	 * A device.
	 *
	 * @param heardAt by the server's clock
	 * @param offsetSeconds how much later than the server's its clock is
	 */
	record Source(Instant heardAt, double offsetSeconds) {
	}

	@Nullable Source find(String id) {
		return this.sources.get(id);
	}

	SequencedMap<String, Source> all() {
		return Collections.unmodifiableSequencedMap(this.sources);
	}

	void heard(String id, Instant deviceTime, Instant recordedAt) {
		Duration offset = Duration.between(recordedAt, deviceTime);
		double seconds = (offset.abs().compareTo(LATE) > 0) ? Math.rint(offset.toMillis() / 1000.0) : 0;
		this.sources.putLast(id, new Source(recordedAt, seconds));
		if (this.sources.size() > MOST) {
			this.sources.pollFirstEntry();
		}
	}

	void restore(Map<String, Source> sources) {
		this.sources.putAll(sources);
	}

	void forgetBefore(Instant limit) {
		this.sources.values().removeIf((source) -> source.heardAt().isBefore(limit));
	}

}
