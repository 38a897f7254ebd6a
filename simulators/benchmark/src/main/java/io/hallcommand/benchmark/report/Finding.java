package io.hallcommand.benchmark.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One figure beside its reference.
 *
 * @param goal the number of the goal that it belongs to
 * @param what was measured
 * @param measured the figure, with its unit
 * @param reference the figure of the reference in the same run; empty if there is none
 * @param ratio of both, or of the figure and its limit; {@code null} if there is none
 * @param target what was to be reached; empty if the figure stands for itself
 * @param verdict whether it was
 * @param remark such as the reason why not; may be empty
 */
public record Finding(int goal, String what, String measured, String reference, @Nullable Double ratio, String target,
		Verdict verdict, String remark) {

	/**
	 * Whether a target was reached.
	 */
	public enum Verdict {

		REACHED, MISSED,

		/** There was no target, or its reference is not installed. */
		NONE

	}

	/** A figure that stands for itself. */
	public static Finding of(int goal, String what, String measured, String remark) {
		return new Finding(goal, what, measured, "", null, "", Verdict.NONE, remark);
	}

	/** What could not be measured at all. */
	public static Finding failed(int goal, Exception why) {
		return new Finding(goal, "not measured", "", "", null, "", Verdict.MISSED, String.valueOf(why.getMessage()));
	}

	/** A figure that must be at least so many times its reference. */
	public static Finding atLeast(double factor, int goal, String what, double measured, String reference,
			double referenceValue, String format) {
		double ratio = measured / referenceValue;
		return new Finding(goal, what, format.formatted(measured), reference + " " + format.formatted(referenceValue),
				ratio, "≥ %.2f".formatted(factor), (ratio >= factor) ? Verdict.REACHED : Verdict.MISSED, "");
	}

	/**
	 * A figure that was taken several times, each time next to its reference: the middle
	 * ones, and the middle of the ratios.
	 */
	public static Finding atLeast(double factor, int goal, String what, List<Double> measured, String reference,
			List<Double> beside, String format) {
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < measured.size(); i++) {
			ratios.add(measured.get(i) / beside.get(i));
		}
		double ratio = middle(ratios);
		return new Finding(goal, what, format.formatted(middle(measured)),
				reference + " " + format.formatted(middle(beside)), ratio, "≥ %.2f".formatted(factor),
				(ratio >= factor) ? Verdict.REACHED : Verdict.MISSED, "%d rounds, ratio %.2f to %.2f"
					.formatted(ratios.size(), Collections.min(ratios), Collections.max(ratios)));
	}

	/** The median; of an even number the upper one of the middle two. */
	public static double middle(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

	/** A figure that must stay under a limit. */
	public static Finding atMost(double limit, int goal, String what, double measured, String format) {
		return new Finding(goal, what, format.formatted(measured), "", measured / limit, "≤ " + format.formatted(limit),
				(measured <= limit) ? Verdict.REACHED : Verdict.MISSED, "");
	}

	/** A figure that must be lower than its reference. */
	public static Finding below(int goal, String what, double measured, String reference, double referenceValue,
			String format) {
		return new Finding(goal, what, format.formatted(measured), reference + " " + format.formatted(referenceValue),
				measured / referenceValue, "< 1", (measured < referenceValue) ? Verdict.REACHED : Verdict.MISSED, "");
	}

	/** Says why, should the target have been missed. */
	public Finding because(String reason) {
		return (this.verdict == Verdict.MISSED)
				? withRemark(this.remark.isEmpty() ? "why: " + reason : this.remark + "; why: " + reason) : this;
	}

	public Finding withRemark(String remark) {
		return new Finding(this.goal, this.what, this.measured, this.reference, this.ratio, this.target, this.verdict,
				remark);
	}

}
