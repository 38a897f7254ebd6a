package io.hallcommand.core.hall;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Today's waits and services, kept in constant memory: sums, and a histogram by minutes.
 */
final class Waits {

	/** The last bin holds everything longer. */
	private static final int BINS = 241;

	private final int[] minutes = new int[BINS];

	private int count;

	private long waitMillis;

	private int onTime;

	private long serviceMillis;

	private int services;

	void waited(Duration wait, int limitSeconds) {
		this.minutes[(int) Math.min(BINS - 1, wait.toMinutes())]++;
		this.count++;
		this.waitMillis += wait.toMillis();
		if (wait.toSeconds() <= limitSeconds) {
			this.onTime++;
		}
	}

	void served(Duration service) {
		this.serviceMillis += service.toMillis();
		this.services++;
	}

	@Nullable Double averageWaitSeconds() {
		return (this.count == 0) ? null : tenths(this.waitMillis / 1000.0 / this.count);
	}

	/**
	 * The wait that nine of ten visitors did not exceed, in seconds, rounded up to whole
	 * minutes.
	 */
	@Nullable Long p90WaitSeconds() {
		if (this.count == 0) {
			return null;
		}
		int rank = (int) Math.ceil(this.count * 0.9);
		int bin = 0;
		for (int seen = this.minutes[0]; seen < rank; seen += this.minutes[bin]) {
			bin++;
		}
		return (bin + 1) * 60L;
	}

	@Nullable Double averageServiceSeconds() {
		return (this.services == 0) ? null : tenths(this.serviceMillis / 1000.0 / this.services);
	}

	@Nullable Double onTimeRate() {
		return (this.count == 0) ? null : Math.round(1000.0 * this.onTime / this.count) / 1000.0;
	}

	HallSnapshot.WaitFigures content() {
		int last = BINS;
		while (last > 0 && this.minutes[last - 1] == 0) {
			last--;
		}
		return new HallSnapshot.WaitFigures(this.waitMillis, this.onTime, this.serviceMillis, this.services,
				IntStream.of(Arrays.copyOf(this.minutes, last)).boxed().toList());
	}

	static Waits of(HallSnapshot.WaitFigures content) {
		Waits waits = new Waits();
		waits.waitMillis = content.waitMillis();
		waits.onTime = content.onTime();
		waits.serviceMillis = content.serviceMillis();
		waits.services = content.services();
		for (int i = 0; i < content.minutes().size(); i++) {
			waits.minutes[i] = content.minutes().get(i);
			waits.count += waits.minutes[i];
		}
		return waits;
	}

	private static double tenths(double value) {
		return Math.round(value * 10) / 10.0;
	}

}
