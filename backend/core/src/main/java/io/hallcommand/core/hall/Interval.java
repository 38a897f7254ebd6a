package io.hallcommand.core.hall;

/**
 * A quarter of an hour in figures.
 *
 * @param waiting how many waited at its last change
 */
public record Interval(int issued, int served, int waiting) {

	/** Length of an interval in minutes. */
	public static final int MINUTES = 15;

	static final Interval EMPTY = new Interval(0, 0, 0);

}
