package io.hallcommand.core.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How an emergency, or a drill, went against its plan.
 *
 * @param steps by their ids
 * @param within how many were done in time, of {@code of}
 * @param of how many were to be done; a step left out with a reason does not count
 * @param seconds from the declaration to the end; {@code null} while it runs
 */
public record Score(SequencedMap<String, StepTime> steps, int within, int of, @Nullable Long seconds) {

	/**
	 * A step's time.
	 *
	 * @param tookSeconds from when it could begin; {@code null} if it is not done
	 */
	public record StepTime(int targetSeconds, @Nullable Long tookSeconds, boolean within) {
	}

	/**
	 * Grades, by the share of steps in time. Team default.
	 */
	public enum Grade {

		/** 90 % or more. */
		EXCELLENT,
		/** 75 % or more. */
		GOOD,
		/** 60 % or more. */
		PASS, FAIL

	}

	public static Score of(Emergency emergency) {
		SequencedMap<String, StepTime> steps = new LinkedHashMap<>();
		int within = 0;
		int of = 0;
		for (ContingencyPlan.Step step : emergency.plan().steps()) {
			Progress.Mark mark = emergency.work().step(step.id()).mark();
			if (mark != null && mark.isSkipped()) {
				continue;
			}
			Instant since = emergency.openSince(step);
			Long took = (mark != null && since != null) ? Math.max(0, Duration.between(since, mark.at()).toSeconds())
					: null;
			boolean inTime = mark != null && since != null
					&& !mark.at().isAfter(since.plusSeconds(step.targetSeconds()));
			steps.put(step.id(), new StepTime(step.targetSeconds(), took, inTime));
			within += inTime ? 1 : 0;
			of++;
		}
		Instant ended = emergency.endedAt();
		return new Score(steps, within, of,
				(ended != null) ? Duration.between(emergency.declaration().at(), ended).toSeconds() : null);
	}

	/** 0 to 1. */
	public double share() {
		return (this.of > 0) ? (double) this.within / this.of : 1;
	}

	public Grade grade() {
		double share = share();
		if (share >= 0.9) {
			return Grade.EXCELLENT;
		}
		return (share >= 0.75) ? Grade.GOOD : (share >= 0.6) ? Grade.PASS : Grade.FAIL;
	}

}
