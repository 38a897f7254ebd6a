package io.hallcommand.server.quality;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.alert.Cause;

/**
 * What causes things, and how often: the more of all alerts come from a few sources, the
 * more there is to gain by mending these.
 */
final class Sources {

	private final Map<Cause, Integer> counts = new HashMap<>();

	/**
	 * One of them.
	 */
	record Source(Cause cause, int count) {
	}

	void count(Cause cause) {
		this.counts.merge(cause, 1, Integer::sum);
	}

	int number() {
		return this.counts.size();
	}

	/** The most frequent, these first; equal ones by their names. */
	List<Source> top(int most) {
		return this.counts.entrySet()
			.stream()
			.map((entry) -> new Source(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingInt(Source::count)
				.reversed()
				.thenComparing((source) -> source.cause().rule())
				.thenComparing((source) -> source.cause().subject().toString()))
			.limit(most)
			.toList();
	}

}
