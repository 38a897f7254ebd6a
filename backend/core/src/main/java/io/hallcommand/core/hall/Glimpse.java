package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Care;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketQueue;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Draws the {@link Glance} of a floor. It looks at queues, windows and alerts, and at no
 * ticket but the longest waiting of each queue.
 */
final class Glimpse {

	private final Floor floor;

	private final Alarms alarms;

	private final EmergencyBook emergencies;

	Glimpse(Floor floor, Alarms alarms, EmergencyBook emergencies) {
		this.floor = floor;
		this.alarms = alarms;
		this.emergencies = emergencies;
	}

	Glance draw(long version, Instant at) {
		HallPlan plan = this.floor.plan();
		int[] counts = new int[Severity.values().length];
		Alert worst = null;
		for (Alert alert : this.alarms.book().alerts()) {
			if (stands(alert)) {
				counts[alert.severity().ordinal()]++;
				worst = (worst == null || isBefore(alert, worst)) ? alert : worst;
			}
		}
		int open = 0;
		for (WindowId window : this.floor.windows().keySet()) {
			open += this.floor.window(window).open() ? 1 : 0;
		}
		Map.Entry<String, Sources.Source> last = lastHeard();
		return new Glance(plan.hall(), version, plan.timeZone(), at, this.floor.waiting(),
				this.floor.day.total.served(), open, this.floor.windows().size(), longest(), counts(counts),
				(worst != null) ? worst(worst) : null, running(), (last != null) ? last.getValue().heardAt() : null,
				(last != null) ? silentFrom(last.getKey(), last.getValue().heardAt(), plan.timeZone()) : null);
	}

	/** The worst first, then those that nobody is on, then the oldest. */
	private static boolean isBefore(Alert one, Alert other) {
		if (one.severity() != other.severity()) {
			return one.severity().isAbove(other.severity());
		}
		boolean unclaimed = person(one.care()) == null;
		if (unclaimed != (person(other.care()) == null)) {
			return unclaimed;
		}
		int older = one.reach().since().compareTo(other.reach().since());
		return (older != 0) ? older < 0 : one.id().compareTo(other.id()) < 0;
	}

	/** Somebody has to deal with it, or deals with it. */
	private static boolean stands(Alert alert) {
		return switch (alert.state()) {
			case AlertState.Unacknowledged is -> true;
			case AlertState.Acknowledged is -> true;
			case AlertState.Cleared is -> false;
			case AlertState.Shelved is -> false;
			case AlertState.Held is -> false;
			case AlertState.Closed is -> false;
		};
	}

	private static Glance.Counts counts(int[] bySeverity) {
		return new Glance.Counts(bySeverity[Severity.CRITICAL.ordinal()], bySeverity[Severity.MAJOR.ordinal()],
				bySeverity[Severity.MINOR.ordinal()]);
	}

	private Glance.@Nullable Longest longest() {
		Glance.Longest first = null;
		for (Map.Entry<QueueId, TicketQueue> each : this.floor.queues().entrySet()) {
			Instant since = each.getValue().longestWaitSince();
			if (since != null && each.getValue().suspendedSince() == null) {
				HallPlan.Queue queue = this.floor.plan(each.getKey());
				Glance.Longest longest = new Glance.Longest(queue.name(), since, queue.waitLimitSeconds());
				first = (first == null || longest.limit().isBefore(first.limit())) ? longest : first;
			}
		}
		return first;
	}

	private Glance.Worst worst(Alert alert) {
		String user = person(alert.care());
		return new Glance.Worst(alert.severity(), alert.kind(), alert.cause().subject(), label(alert.cause().subject()),
				alert.reach().since(), (user != null) ? name(user) : null);
	}

	private static @Nullable String person(Care care) {
		Care.Signature acknowledged = care.acknowledged();
		return (care.assignee() != null) ? care.assignee() : (acknowledged != null) ? acknowledged.by() : null;
	}

	/** The roster knows what people are called. */
	private String name(String user) {
		for (Shift shift : this.alarms.shifts()) {
			if (shift.user().equals(user)) {
				return shift.name();
			}
		}
		return user;
	}

	private @Nullable Label label(Subject subject) {
		return switch (subject) {
			case Subject.Queue queue -> this.floor.hasQueue(queue.id()) ? this.floor.plan(queue.id()).name() : null;
			case Subject.Window window ->
				this.floor.hasWindow(window.id()) ? this.floor.plan(window.id()).name() : null;
			case Subject.Source source -> new Label(source.id(), source.id());
			case Subject.Hall hall -> null;
			case Subject.Below below -> null;
			case Subject.Task task -> null;
		};
	}

	private List<Glance.Running> running() {
		List<Glance.Running> running = new ArrayList<>();
		for (Emergency each : this.emergencies.all()) {
			if (each.runs()) {
				running.add(new Glance.Running(each.id(), each.declaration().kind(), each.drill(), each.headline(),
						each.scene().severity(), each.scene().instruction(),
						each.state() instanceof EmergencyState.Ending, each.declaration().at()));
			}
		}
		return running;
	}

	private Map.@Nullable Entry<String, Sources.Source> lastHeard() {
		SequencedMap<String, Sources.Source> sources = this.floor.sources.all();
		return sources.lastEntry();
	}

	/** By the first level of the rule for silent devices, in the hours of that rule. */
	private @Nullable Instant silentFrom(String source, Instant heardAt, ZoneId zone) {
		Instant works = this.floor.worksSince();
		AlertRule rule = this.alarms.policy().ruleFor(AlertKind.SOURCE_SILENT, new Subject.Source(source), List.of());
		if (works == null || rule == null) {
			return null;
		}
		Duration silence = Duration.ofMillis(Math.round(rule.levels().getFirst().threshold() * 1000));
		return this.alarms.policy().hoursOf(rule).after(works.isAfter(heardAt) ? works : heardAt, silence, zone);
	}

}
