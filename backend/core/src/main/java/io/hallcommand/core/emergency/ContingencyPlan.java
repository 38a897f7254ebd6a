package io.hallcommand.core.emergency;

import java.util.List;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * 应急预案: what is done in an emergency of one kind, as data that a hall may override.
 *
 * @param severity what a declaration takes unless it says otherwise
 * @param wholeHall whether the instruction holds for the whole hall, not only for the
 * zone in which it happened
 * @param stopsService whether windows in the affected zones stop
 * @param endNeedsTwo whether a second officer must confirm the end
 * @param steps in the order in which they are shown
 * @param firstReportSeconds when the first report is due, after the declaration; 0, here
 * and below, in what visitors see: none is
 * @param followUpSeconds when the next report is due, after the one before
 * @param finalReportSeconds when the final report is due, after the end
 * @param basis the clauses that the numbers come from, or "team default"
 */
public record ContingencyPlan(Label title, EventSeverity severity, @Nullable ResponseLevel responseLevel,
		Instruction instruction, boolean wholeHall, boolean stopsService, boolean endNeedsTwo, List<Step> steps,
		WallText wall, int firstReportSeconds, int followUpSeconds, int finalReportSeconds, String basis) {

	public ContingencyPlan {
		steps = List.copyOf(steps);
	}

	/**
	 * Something to do.
	 *
	 * @param contact a telephone number, if it is a call
	 * @param targetSeconds how long it should take from when it can begin
	 * @param after the steps that come before; none means that it can begin at once
	 */
	public record Step(String id, Label title, EmergencyRole role, @Nullable String contact, int targetSeconds,
			List<String> after) {

		public Step {
			after = List.copyOf(after);
		}

	}

	/**
	 * What the wall says. {@code {zone}} stands for where it is.
	 *
	 * @param action to those who are affected
	 * @param elsewhere to all others
	 * @param rules a few short ones
	 */
	public record WallText(Label action, Label elsewhere, List<Label> rules) {

		public WallText {
			rules = List.copyOf(rules);
		}

	}

	/** What it tells visitors; what officers do by it, and whom they call, is gone. */
	ContingencyPlan forVisitors() {
		return new ContingencyPlan(this.title, this.severity, null, this.instruction, this.wholeHall, this.stopsService,
				false, List.of(), this.wall, 0, 0, 0, "");
	}

	public @Nullable Step step(String id) {
		for (Step step : this.steps) {
			if (step.id().equals(id)) {
				return step;
			}
		}
		return null;
	}

}
