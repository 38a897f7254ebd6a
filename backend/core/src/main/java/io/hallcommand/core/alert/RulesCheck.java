package io.hallcommand.core.alert;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hallcommand.core.place.Label;

/**
 * Finds what is wrong with rules, before they become an event.
 */
public final class RulesCheck {

	static final int MOST_RULES = 200;

	private static final int MOST_LEVELS = 5;

	private static final int MOST_STEPS = 5;

	private static final int MOST_SPANS = 50;

	private static final int DAY = 86_400;

	private static final int LONGEST_TEXT = 500;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private final List<Problem> problems = new ArrayList<>();

	private RulesCheck() {
	}

	/**
	 * What is wrong, and where.
	 *
	 * @param field a path such as {@code rules.wait-overtime.levels[1].threshold}
	 */
	public record Problem(String field, String reason) {
	}

	/**
	 * All problems of the rules; none means that a hall can live by them.
	 */
	public static List<Problem> problems(AlertPolicy policy) {
		RulesCheck check = new RulesCheck();
		check.hours("openingHours", policy.openingHours());
		if (policy.rules().size() > MOST_RULES) {
			check.problem("rules", "are more than " + MOST_RULES);
		}
		Set<String> seen = new HashSet<>();
		for (AlertRule rule : policy.rules()) {
			check.rule("rules." + rule.id(), rule);
			if (!seen.add(rule.id())) {
				check.problem("rules." + rule.id(), "stands twice");
			}
		}
		return check.problems;
	}

	private void rule(String at, AlertRule rule) {
		if (!ID.matcher(rule.id()).matches()) {
			problem(at, "is not 1 to 64 letters, digits, '.', '_' or '-'");
		}
		if (!rule.kind().allows(rule.unit())) {
			problem(at + ".unit", "does not fit " + rule.kind());
		}
		levels(at, rule);
		if (rule.levels().isEmpty() || rule.levels().size() > MOST_LEVELS) {
			problem(at + ".levels", "are not 1 to " + MOST_LEVELS);
		}
		seconds(at + ".onDelaySeconds", rule.onDelaySeconds());
		seconds(at + ".offDelaySeconds", rule.offDelaySeconds());
		seconds(at + ".remindAfterSeconds", rule.remindAfterSeconds());
		if (rule.hours() != null) {
			hours(at + ".hours", rule.hours());
		}
		steps(at, rule);
		text(at + ".title", rule.title());
		text(at + ".guidance", rule.guidance());
		if (rule.basis().isBlank() || rule.basis().length() > LONGEST_TEXT) {
			problem(at + ".basis", "is empty or longer than " + LONGEST_TEXT + " characters");
		}
	}

	private void levels(String at, AlertRule rule) {
		AlertRule.Level before = null;
		for (int i = 0; i < rule.levels().size(); i++) {
			AlertRule.Level level = rule.levels().get(i);
			String field = at + ".levels[" + i + "]";
			if (!(level.threshold() >= 0 && level.threshold() <= 1_000_000)) {
				problem(field + ".threshold", "is not between 0 and 1000000");
			}
			if (!(level.clearBelow() >= 0 && level.clearBelow() <= level.threshold())) {
				problem(field + ".clearBelow", "is not between 0 and the threshold");
			}
			if (before != null && level.threshold() <= before.threshold()) {
				problem(field + ".threshold", "is not above that of the level before");
			}
			if (before != null && !level.severity().isAbove(before.severity())) {
				problem(field + ".severity", "is not above that of the level before");
			}
			if (level.title() != null) {
				text(field + ".title", level.title());
			}
			before = level;
		}
	}

	private void steps(String at, AlertRule rule) {
		if (rule.escalation().size() > MOST_STEPS) {
			problem(at + ".escalation", "has more than " + MOST_STEPS + " steps");
		}
		int before = 0;
		for (int i = 0; i < rule.escalation().size(); i++) {
			int after = rule.escalation().get(i).afterSeconds();
			if (after <= before || after > DAY) {
				problem(at + ".escalation[" + i + "].afterSeconds",
						"is not above that of the step before, or above " + DAY);
			}
			before = after;
		}
	}

	private void hours(String at, OpeningHours hours) {
		if (hours.spans().size() > MOST_SPANS) {
			problem(at, "has more than " + MOST_SPANS + " spans");
		}
		for (int i = 0; i < hours.spans().size(); i++) {
			OpeningHours.Span span = hours.spans().get(i);
			boolean toMidnight = span.until().equals(LocalTime.MIDNIGHT);
			if (!toMidnight && !span.from().isBefore(span.until())) {
				problem(at + "[" + i + "]", "ends before it begins: give two spans for a night");
			}
			if (span.days().isEmpty()) {
				problem(at + "[" + i + "].days", "are none");
			}
		}
	}

	private void text(String field, Label label) {
		if (label.zh().isBlank() && label.en().isBlank()) {
			problem(field, "has neither zh nor en");
		}
		if (label.zh().length() > LONGEST_TEXT || label.en().length() > LONGEST_TEXT) {
			problem(field, "is longer than " + LONGEST_TEXT + " characters");
		}
	}

	private void seconds(String field, int seconds) {
		if (seconds < 0 || seconds > DAY) {
			problem(field, "is not between 0 and " + DAY);
		}
	}

	private void problem(String field, String reason) {
		this.problems.add(new Problem(field, reason));
	}

}
