package io.hallcommand.core.emergency;

/**
 * People, as far as is known.
 */
public record Counts(int evacuated, int injured, int dead, int missing) {

	static final Counts NONE = new Counts(0, 0, 0, 0);

	/** Bounds each of them. */
	public static final int MOST = 100_000;

}
