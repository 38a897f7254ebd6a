package io.hallcommand.core.alert;

import java.util.List;

import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * When to raise an alert, how bad it is, and whom to tell next when nobody acts.
 *
 * @param unit of the levels' thresholds
 * @param levels by rising threshold and severity
 * @param onDelaySeconds a level must be reached for so long
 * @param offDelaySeconds it must be left for so long; what comes and goes does not flap
 * @param hours when the rule's clock runs; {@code null} means the hall's opening hours
 * @param escalation what follows while nobody acknowledges
 * @param remindAfterSeconds when somebody has acknowledged and nothing was done; 0 means
 * never
 * @param title what is wrong
 * @param guidance what to do
 * @param basis the clause that the rule comes from, or "team default"
 */
public record AlertRule(String id, AlertKind kind, boolean enabled, Scope scope, Unit unit, List<Level> levels,
		int onDelaySeconds, int offDelaySeconds, @Nullable OpeningHours hours, List<Step> escalation,
		int remindAfterSeconds, Label title, Label guidance, String basis) {

	public AlertRule {
		levels = List.copyOf(levels);
		escalation = List.copyOf(escalation);
	}

	/**
	 * How bad it is from which threshold on.
	 *
	 * @param clearBelow for people and load: the level is left below this; not above the
	 * threshold
	 * @param title what is wrong at this level; {@code null} means the rule's title
	 */
	public record Level(double threshold, double clearBelow, Severity severity, @Nullable Label title) {

		public Level(double threshold, Severity severity) {
			this(threshold, threshold, severity, null);
		}

		public Level(double threshold, double clearBelow, Severity severity) {
			this(threshold, clearBelow, severity, null);
		}

	}

	/**
	 * Whom to tell when an alert stands unacknowledged for so long.
	 *
	 * @param from only alerts of this severity or above
	 */
	public record Step(int afterSeconds, Duty to, Severity from) {
	}

	public AlertTexts texts() {
		return new AlertTexts(this.guidance, this.basis);
	}

	/** What is wrong at a level. */
	public Label title(int level) {
		Label own = this.levels.get(level).title();
		return (own != null) ? own : this.title;
	}

}
