package io.hallcommand.core.alert;

import java.util.List;

import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a hall lives by.
 *
 * @param openingHours when the hall is open
 */
public record AlertPolicy(OpeningHours openingHours, List<AlertRule> rules) {

	public AlertPolicy {
		rules = List.copyOf(rules);
	}

	/**
	 * The rule for a subject: one made for it rather than one for the whole hall, else
	 * the first.
	 * @param zones in which the subject is
	 * @return {@code null} if there is none, or it is switched off
	 */
	public @Nullable AlertRule ruleFor(AlertKind kind, Subject subject, List<HallZoneId> zones) {
		AlertRule best = null;
		for (AlertRule rule : this.rules) {
			if (rule.kind() == kind && rule.scope().covers(subject, zones)
					&& (best == null || (best.scope().isWholeHall() && !rule.scope().isWholeHall()))) {
				best = rule;
			}
		}
		return (best != null && best.enabled()) ? best : null;
	}

	public @Nullable AlertRule rule(String id) {
		for (AlertRule rule : this.rules) {
			if (rule.id().equals(id)) {
				return rule;
			}
		}
		return null;
	}

	public OpeningHours hoursOf(AlertRule rule) {
		return (rule.hours() != null) ? rule.hours() : this.openingHours;
	}

}
