package io.hallcommand.server.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long things took. Percentiles are exact, by nearest rank: each is one of the times
 * that were measured.
 */
final class Latencies {

	private final List<Duration> all = new ArrayList<>();

	private boolean sorted;

	void add(Duration latency) {
		this.all.add(latency);
		this.sorted = false;
	}

	int count() {
		return this.all.size();
	}

	/**
	 * The time within which so many of a hundred were done.
	 * @return {@code null} if nothing was measured
	 */
	@Nullable Duration percentile(int percent) {
		if (this.all.isEmpty()) {
			return null;
		}
		if (!this.sorted) {
			Collections.sort(this.all);
			this.sorted = true;
		}
		int rank = Math.ceilDiv(percent * this.all.size(), 100);
		return this.all.get(Math.max(rank, 1) - 1);
	}

}
