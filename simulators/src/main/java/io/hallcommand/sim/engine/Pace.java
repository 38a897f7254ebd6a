package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How fast virtual time passes: so many times as fast as real time, or as fast as things
 * can happen.
 *
 * @param factor virtual seconds in a real second; infinite means unbounded
 */
public record Pace(double factor) {

	public static final Pace REAL_TIME = new Pace(1);

	public static final Pace UNBOUNDED = new Pace(Double.POSITIVE_INFINITY);

	public Pace {
		if (!(factor > 0)) {
			throw new IllegalArgumentException("A pace is a positive number, not " + factor);
		}
	}

	/**
	 * Reads {@code 60}, {@code x60}, {@code ×60} or {@code max}.
	 */
	public static Pace parse(String text) {
		String number = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^[x×]", "");
		if (number.equals("max")) {
			return UNBOUNDED;
		}
		try {
			return new Pace(Double.parseDouble(number));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("A pace is a number such as 60, or 'max', not '" + text + "'", ex);
		}
	}

	public boolean isUnbounded() {
		return Double.isInfinite(this.factor);
	}

	/**
	 * How much real time passes while so much virtual time does.
	 */
	public Duration real(Duration virtual) {
		return isUnbounded() ? Duration.ZERO : Duration.ofNanos(Math.round(virtual.toNanos() / this.factor));
	}

	/**
	 * The real instant of a virtual one.
	 * @param virtualStart the virtual time at {@code realStart}
	 */
	public Instant real(Instant virtual, Instant virtualStart, Instant realStart) {
		return realStart.plus(real(Duration.between(virtualStart, virtual)));
	}

	@Override
	public String toString() {
		return isUnbounded() ? "as fast as possible" : "×" + String.format(Locale.ROOT, "%s", this.factor);
	}

}
