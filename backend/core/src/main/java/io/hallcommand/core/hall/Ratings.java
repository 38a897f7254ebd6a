package io.hallcommand.core.hall;

/**
 * What visitors thought of their service.
 *
 * @param satisfied how many gave one of the upper three of five grades
 */
public record Ratings(int count, int satisfied) {

	public static final int WORST = 1;

	public static final int BEST = 5;

	/** The lowest grade of somebody who is satisfied. */
	private static final int FAIR = 3;

	public static final Ratings NONE = new Ratings(0, 0);

	Ratings plus(int grade) {
		return new Ratings(this.count + 1, this.satisfied + ((grade >= FAIR) ? 1 : 0));
	}

}
