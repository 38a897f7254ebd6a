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

	/** Reports within this time have come together. */
	private static final Duration TOGETHER = Duration.ofSeconds(2);

	/** So often in a row a clock is heard off before it is believed. */
	private static final int TIMES_TO_BELIEVE = 3;

	/** Whoever was heard last stands last. */
	private final SequencedMap<String, Source> sources = new LinkedHashMap<>();

	/**
	 * A device.
	 *
	 * @param heardAt by the server's clock
	 * @param offsetSeconds how much later than the server's its clock is, by its last
	 * report
	 * @param inARow how many times in a row it was heard with its clock off
	 */
	record Source(Instant heardAt, double offsetSeconds, int inARow) {

		/**
		 * How far its clock is off; 0 as long as its reports may just have come late.
		 */
		double offBySeconds() {
			return (this.inARow >= TIMES_TO_BELIEVE) ? Math.abs(this.offsetSeconds) : 0;
		}

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
		this.sources.putLast(id, new Source(recordedAt, seconds, (seconds == 0) ? 0 : inARow(id, recordedAt)));
		if (this.sources.size() > MOST) {
			this.sources.pollFirstEntry();
		}
	}

	/** Reports that come together are heard once. */
	private int inARow(String id, Instant recordedAt) {
		Source before = this.sources.get(id);
		if (before == null || before.inARow() == 0) {
			return 1;
		}
		boolean together = recordedAt.isBefore(before.heardAt().plus(TOGETHER));
		return Math.min(TIMES_TO_BELIEVE, before.inARow() + (together ? 0 : 1));
	}

	void restore(Map<String, Source> sources) {
		this.sources.putAll(sources);
	}

	void forgetBefore(Instant limit) {
		this.sources.values().removeIf((source) -> source.heardAt().isBefore(limit));
	}

}
