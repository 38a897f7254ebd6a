package io.hallcommand.core.emergency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a contingency plan, before it becomes an event.
 */
public final class ContingencyPlanCheck {

	static final int MOST_STEPS = 60;

	static final int MOST_RULES = 4;

	static final int SHORTEST = 10;

	/** A week. */
	static final int LONGEST = 604_800;

	/** What a wall can show. */
	private static final int LONGEST_HEADLINE = 80;

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_CONTACT = 40;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private final List<Problem> problems = new ArrayList<>();

	private ContingencyPlanCheck() {
	}

	/**
	 * What is wrong, and where.
	 *
	 * @param field a path such as {@code steps[3].after}
	 */
	public record Problem(String field, String reason) {
	}

	/**
	 * All problems of the plan; none means that people can work by it.
	 */
	public static List<Problem> problems(ContingencyPlan plan) {
		ContingencyPlanCheck check = new ContingencyPlanCheck();
		check.text("title", plan.title(), LONGEST_HEADLINE);
		check.steps(plan.steps());
		check.wall(plan.wall());
		check.seconds("firstReportSeconds", plan.firstReportSeconds());
		check.seconds("followUpSeconds", plan.followUpSeconds());
		check.seconds("finalReportSeconds", plan.finalReportSeconds());
		if (plan.basis().isBlank() || plan.basis().length() > LONGEST_TEXT) {
			check.problem("basis", "is empty or longer than " + LONGEST_TEXT + " characters");
		}
		return check.problems;
	}

	private void steps(List<ContingencyPlan.Step> steps) {
		if (steps.isEmpty() || steps.size() > MOST_STEPS) {
			problem("steps", "are not 1 to " + MOST_STEPS);
			return;
		}
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < steps.size(); i++) {
			ContingencyPlan.Step step = steps.get(i);
			String at = "steps[" + i + "]";
			if (!ID.matcher(step.id()).matches()) {
				problem(at + ".id", "is not 1 to 64 letters, digits, '.', '_' or '-'");
			}
			if (!ids.add(step.id())) {
				problem(at + ".id", "stands twice: " + step.id());
			}
			text(at + ".title", step.title(), LONGEST_TEXT);
			contact(at + ".contact", step.contact());
			seconds(at + ".targetSeconds", step.targetSeconds());
		}
		for (int i = 0; i < steps.size(); i++) {
			after("steps[" + i + "].after", steps.get(i), ids);
		}
		circles(steps);
	}

	private void after(String field, ContingencyPlan.Step step, Set<String> ids) {
		Set<String> seen = new HashSet<>();
		for (String before : step.after()) {
			if (!ids.contains(before)) {
				problem(field, "names no step of this plan: " + before);
			}
			if (!seen.add(before)) {
				problem(field, "names a step twice: " + before);
			}
		}
	}

	/** Does every step whose predecessors are done, until none is left that can begin. */
	private void circles(List<ContingencyPlan.Step> steps) {
		List<ContingencyPlan.Step> left = new ArrayList<>(steps);
		boolean moved = true;
		while (moved) {
			Set<String> waiting = new HashSet<>();
			left.forEach((step) -> waiting.add(step.id()));
			moved = left.removeIf((step) -> step.after().stream().noneMatch(waiting::contains));
		}
		for (ContingencyPlan.Step step : left) {
			problem("steps[" + steps.indexOf(step) + "].after", "comes after itself, by way of other steps or not");
		}
	}

	private void wall(ContingencyPlan.WallText wall) {
		text("wall.action", wall.action(), LONGEST_HEADLINE);
		text("wall.elsewhere", wall.elsewhere(), LONGEST_HEADLINE);
		if (wall.rules().size() > MOST_RULES) {
			problem("wall.rules", "are more than " + MOST_RULES);
		}
		for (int i = 0; i < wall.rules().size(); i++) {
			text("wall.rules[" + i + "]", wall.rules().get(i), LONGEST_HEADLINE);
		}
	}

	private void contact(String field, @Nullable String contact) {
		if (contact != null && (contact.isBlank() || contact.length() > LONGEST_CONTACT)) {
			problem(field, "is empty or longer than " + LONGEST_CONTACT + " characters");
		}
	}

	private void text(String field, Label label, int longest) {
		if (label.zh().isBlank() && label.en().isBlank()) {
			problem(field, "has neither zh nor en");
		}
		if (label.zh().length() > longest || label.en().length() > longest) {
			problem(field, "is longer than " + longest + " characters");
		}
	}

	private void seconds(String field, int seconds) {
		if (seconds < SHORTEST || seconds > LONGEST) {
			problem(field, "is not between " + SHORTEST + " and " + LONGEST);
		}
	}

	private void problem(String field, String reason) {
		this.problems.add(new Problem(field, reason));
	}

}
