package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many alerts were announced in each ten minutes, and the floods among them. A flood
 * begins with ten minutes of more than ten alerts and ends before ten minutes of fewer
 * than five.
 */
final class Rate {

	/** More than that nobody can answer. */
	static final int MOST = 10;

	private static final int FLOOD_ENDS_BELOW = 5;

	private final Period period;

	private final int[] counts;

	private int total;

	Rate(Period period) {
		this.period = period;
		this.counts = new int[period.pieces()];
	}

	/**
	 * Many alerts at once.
	 *
	 * @param until not part of it
	 */
	record Flood(Instant from, Instant until, int alerts) {

		Duration length() {
			return Duration.between(this.from, this.until);
		}

	}

	void announced(Instant time) {
		this.counts[this.period.number(time)]++;
		this.total++;
	}

	int total() {
		return this.total;
	}

	int pieces() {
		return this.counts.length;
	}

	int count(int piece) {
		return this.counts[piece];
	}

	/** The alerts in ten minutes, on average. */
	double average() {
		return (double) this.total * Period.PIECE.toMillis() / this.period.length().toMillis();
	}

	/** The piece with the most alerts, the first of several. */
	int busiest() {
		int busiest = 0;
		for (int i = 1; i < this.counts.length; i++) {
			busiest = (this.counts[i] > this.counts[busiest]) ? i : busiest;
		}
		return busiest;
	}

	/** The share of ten minutes with more than ten. */
	double shareAboveMost() {
		int above = 0;
		for (int count : this.counts) {
			above += (count > MOST) ? 1 : 0;
		}
		return (double) above / this.counts.length;
	}

	List<Flood> floods() {
		List<Flood> floods = new ArrayList<>();
		int begin = -1;
		int alerts = 0;
		for (int i = 0; i < this.counts.length; i++) {
			if (begin >= 0 && this.counts[i] < FLOOD_ENDS_BELOW) {
				floods.add(new Flood(this.period.begin(begin), this.period.begin(i), alerts));
				begin = -1;
			}
			else if (begin < 0 && this.counts[i] > MOST) {
				begin = i;
				alerts = 0;
			}
			alerts += this.counts[i];
		}
		if (begin >= 0) {
			floods.add(new Flood(this.period.begin(begin), this.period.until(), alerts));
		}
		return floods;
	}

	/** The share of the time that was flooded. */
	double floodShare() {
		long flooded = floods().stream().mapToLong((flood) -> flood.length().toMillis()).sum();
		return (double) flooded / this.period.length().toMillis();
	}

}
