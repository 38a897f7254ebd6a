package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import org.jspecify.annotations.Nullable;

/**
 * What is due in the life of one alert because nobody does anything: the next step of its
 * escalation, a reminder, the end of its shelving.
 */
final class CareTimer extends Agenda.Entry {

	/** Reminders come less and less often, and then no more. Team default. */
	private static final int MOST_REMINDERS = 6;

	private final AlertId id;

	private final AlertBook book;

	private final Supplier<AlertPolicy> policy;

	private final Floor floor;

	CareTimer(Agenda agenda, AlertId id, AlertBook book, Supplier<AlertPolicy> policy, Floor floor) {
		super(agenda);
		this.id = id;
		this.book = book;
		this.policy = policy;
		this.floor = floor;
	}

	@Override
	@Nullable Instant due() {
		Alert alert = this.book.find(this.id);
		if (alert == null) {
			return null;
		}
		return switch (alert.state()) {
			case AlertState.Unacknowledged open -> escalates(alert, open.since());
			case AlertState.Acknowledged acknowledged -> reminds(alert);
			case AlertState.Shelved shelved -> shelved.until();
			case AlertState.Cleared cleared -> null;
			case AlertState.Held held -> null;
			case AlertState.Closed closed -> null;
		};
	}

	/** What to write when it is due. */
	AlertEvent.@Nullable OfOne decide() {
		Alert alert = this.book.find(this.id);
		if (alert == null) {
			return null;
		}
		return switch (alert.state()) {
			case AlertState.Unacknowledged open -> {
				AlertRule.Step step = step(alert);
				yield (step != null) ? new AlertEvent.Escalated(this.id, alert.care().step() + 1, step.to()) : null;
			}
			case AlertState.Acknowledged acknowledged -> {
				String assignee = alert.care().assignee();
				yield new AlertEvent.Reminded(this.id, alert.care().reminders() + 1,
						(assignee != null) ? assignee : acknowledged.by());
			}
			case AlertState.Shelved shelved ->
				new AlertEvent.Unshelved(this.id, null, AlertEvent.Unshelved.Reason.EXPIRED, null, !alert.active());
			case AlertState.Cleared cleared -> null;
			case AlertState.Held held -> null;
			case AlertState.Closed closed -> null;
		};
	}

	private AlertRule.@Nullable Step step(Alert alert) {
		AlertRule rule = this.policy.get().rule(alert.cause().rule());
		List<AlertRule.Step> steps = (rule != null) ? rule.escalation() : List.of();
		int next = alert.care().step();
		return (next < steps.size() && !steps.get(next).from().isAbove(alert.severity())) ? steps.get(next) : null;
	}

	private @Nullable Instant escalates(Alert alert, Instant since) {
		AlertRule.Step step = step(alert);
		return (step != null) ? later(alert, since, Duration.ofSeconds(step.afterSeconds())) : null;
	}

	/** Only while the condition holds, and each time after twice as long. */
	private @Nullable Instant reminds(Alert alert) {
		AlertRule rule = this.policy.get().rule(alert.cause().rule());
		int reminders = alert.care().reminders();
		if (rule == null || rule.remindAfterSeconds() == 0 || !alert.active() || reminders >= MOST_REMINDERS) {
			return null;
		}
		return later(alert, alert.care().touchedAt(),
				Duration.ofSeconds(rule.remindAfterSeconds()).multipliedBy(1L << reminders));
	}

	private @Nullable Instant later(Alert alert, Instant start, Duration time) {
		AlertPolicy present = this.policy.get();
		AlertRule rule = present.rule(alert.cause().rule());
		return (rule != null) ? present.hoursOf(rule).after(start, time, this.floor.plan().timeZone()) : null;
	}

}
