package io.hallcommand.core.hall;

import org.jspecify.annotations.Nullable;

/**
 * The mean of a weekday's days. Newer ones count more: the newest has one part in as many
 * as there were, at most in {@value #MEMORY}.
 *
 * @param days how many were seen
 * @param averageWaitSeconds {@code null} if nobody was called on any of them
 * @param p90WaitSeconds likewise
 * @param onTimeRate likewise; 0 to 1
 */
public record UsualDay(int days, double issued, double served, @Nullable Double averageWaitSeconds,
		@Nullable Double p90WaitSeconds, @Nullable Double onTimeRate, Quarters intervals) {

	/** Of so many days the mean keeps something. */
	static final int MEMORY = 8;

	/** Numbers are kept to the hundredth, shares to the ten-thousandth. */
	private static final double PRECISION = 100;

	private static final double PRECISION_OF_SHARES = 10_000;

	/** A weekday of which one day was seen. */
	static UsualDay of(Day day) {
		Waits waits = day.waits;
		Long p90 = waits.p90WaitSeconds();
		return new UsualDay(1, day.total.issued(), day.total.served(), waits.averageWaitSeconds(),
				(p90 != null) ? p90.doubleValue() : null, waits.onTimeRate(), Quarters.of(day.intervals()));
	}

	/** The mean with one more day. */
	UsualDay with(UsualDay newest) {
		int parts = Math.min(this.days + 1, MEMORY);
		return new UsualDay(this.days + 1, mean(this.issued, newest.issued, parts, PRECISION),
				mean(this.served, newest.served, parts, PRECISION),
				meanIfAny(this.averageWaitSeconds, newest.averageWaitSeconds, parts, PRECISION),
				meanIfAny(this.p90WaitSeconds, newest.p90WaitSeconds, parts, PRECISION),
				meanIfAny(this.onTimeRate, newest.onTimeRate, parts, PRECISION_OF_SHARES),
				this.intervals.towards(newest.intervals, parts));
	}

	private static @Nullable Double meanIfAny(@Nullable Double before, @Nullable Double newest, int parts,
			double precision) {
		return (before == null || newest == null) ? ((before != null) ? before : newest)
				: Double.valueOf(mean(before, newest, parts, precision));
	}

	private static double mean(double before, double newest, int parts, double precision) {
		return Math.round((before + (newest - before) / parts) * precision) / precision;
	}

}
