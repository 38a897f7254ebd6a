package io.hallcommand.sim.crowd;

import java.util.Optional;

import io.hallcommand.core.hall.Ratings;
import io.hallcommand.sim.engine.RandomStream;

/**
 * What visitors think of the service when they leave. All numbers are team defaults, near
 * what halls publish: most are very satisfied, and the longer the wait, the fewer.
 */
final class Opinions {

	/** So many press a button at all. */
	private static final double RATES = 0.6;

	/** So many are not satisfied though they did not wait. */
	private static final double NEVER_SATISFIED = 0.01;

	/** So many more for every minute of waiting, up to half an hour. */
	private static final double EACH_MINUTE = 0.0008;

	private static final int MOST_MINUTES = 30;

	private static final double BEST = 0.86;

	private static final double GOOD = 0.97;

	private final RandomStream random;

	Opinions(RandomStream random) {
		this.random = random;
	}

	/**
	 * An opinion and how long it takes to press the button.
	 */
	record Opinion(int grade, double afterSeconds) {
	}

	Optional<Opinion> of(Visitor visitor) {
		if (!this.random.chance(RATES)) {
			return Optional.empty();
		}
		double minutes = Math.min(MOST_MINUTES, visitor.waited.toSeconds() / 60.0);
		int grade = this.random.chance(NEVER_SATISFIED + minutes * EACH_MINUTE) ? unsatisfied() : satisfied();
		return Optional.of(new Opinion(grade, this.random.uniform(3, 30)));
	}

	private int unsatisfied() {
		return this.random.chance(0.7) ? Ratings.WORST + 1 : Ratings.WORST;
	}

	private int satisfied() {
		double mood = this.random.uniform();
		return (mood < BEST) ? Ratings.BEST : (mood < GOOD) ? Ratings.BEST - 1 : Ratings.BEST - 2;
	}

}
