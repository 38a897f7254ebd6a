package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Reach;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.TicketQueue;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one subject by one rule. For each of the rule's levels it knows from when on
 * the level is reached, which may be in the future: time alone will reach it.
 */
final class Watch extends Agenda.Entry {

	private final Cause cause;

	private final AlertRule rule;

	private final OpeningHours hours;

	private final Floor floor;

	private final Conditions conditions;

	private final AlertBook book;

	private final @Nullable Instant[] from;

	/** When the present level was left. */
	private @Nullable Instant leftAt;

	/** The last measure. */
	private Conditions.@Nullable Measure measure;

	/** The worst value since the alert was raised, but for the present measure's. */
	private double worst;

	Watch(Agenda agenda, Cause cause, AlertRule rule, OpeningHours hours, Floor floor, Conditions conditions,
			AlertBook book) {
		super(agenda);
		this.cause = cause;
		this.rule = rule;
		this.hours = hours;
		this.floor = floor;
		this.conditions = conditions;
		this.book = book;
		this.from = new Instant[rule.levels().size()];
	}

	/**
	 * What of a watch cannot be seen from the floor.
	 *
	 * @param from a level's beginning, or {@code null}
	 */
	record Memory(List<@Nullable Instant> from, @Nullable Instant leftAt, double worst) {
	}

	/** {@code null} if there is nothing to remember. */
	@Nullable Memory memory() {
		boolean nothing = this.leftAt == null && this.worst == 0
				&& Arrays.stream(this.from).allMatch((each) -> each == null);
		return nothing ? null : new Memory(Arrays.asList(this.from.clone()), this.leftAt, this.worst);
	}

	/** Goes on where an earlier watch for the same cause was. */
	void follow(Watch earlier) {
		this.measure = earlier.measure;
		remember(earlier.memory());
	}

	/** Goes on where a snapshot was taken; the floor is as it was then. */
	void restore(@Nullable Memory memory) {
		this.measure = this.conditions.measure(this.rule.kind(), this.cause.subject());
		remember(memory);
	}

	private void remember(@Nullable Memory memory) {
		if (memory == null) {
			return;
		}
		for (int i = 0; i < Math.min(this.from.length, memory.from().size()); i++) {
			this.from[i] = memory.from().get(i);
		}
		this.leftAt = memory.leftAt();
		this.worst = memory.worst();
	}

	Cause cause() {
		return this.cause;
	}

	/** Something about the subject may have changed. */
	void look(Instant now) {
		int level = level();
		if (level >= 0 && reached(level, now)) {
			this.leftAt = null;
		}
		Conditions.Measure measured = this.conditions.measure(this.rule.kind(), this.cause.subject());
		if (level >= 0 && !Objects.equals(measured, this.measure)) {
			this.worst = Math.max(this.worst, value(now));
		}
		this.measure = measured;
		for (int i = 0; i < this.from.length; i++) {
			this.from[i] = from(i, this.measure, now);
		}
		if (level >= 0) {
			if (reached(level, now)) {
				this.leftAt = null;
			}
			else if (this.leftAt == null) {
				this.leftAt = now;
			}
		}
		else {
			this.leftAt = null;
			this.worst = 0;
		}
	}

	@Override
	@Nullable Instant due() {
		int level = level();
		Instant due = left(level);
		for (int i = level + 1; i < this.from.length; i++) {
			Instant from = this.from[i];
			if (from != null) {
				Instant raise = from.plusSeconds(this.rule.onDelaySeconds());
				due = (due == null || raise.isBefore(due)) ? raise : due;
			}
		}
		return due;
	}

	/** What to write at a time at which the watch is due. */
	AlertEvent.@Nullable OfOne decide(AlertId next, Instant now) {
		int level = level();
		int target = -1;
		for (int i = level + 1; i < this.from.length; i++) {
			Instant from = this.from[i];
			if (from != null && !from.plusSeconds(this.rule.onDelaySeconds()).isAfter(now)) {
				target = i;
			}
		}
		Alert alert = this.book.open(this.cause);
		if (target > level) {
			Reach reach = reach(target, now);
			if (alert == null) {
				List<HallZoneId> zones = this.conditions.zones(this.cause.subject());
				return new AlertEvent.Raised(next, this.cause, this.rule.kind(), this.rule.kind().unit(), zones,
						this.rule.texts(), reach, !this.book.keepsBack(this.cause, zones));
			}
			return alert.active()
					? new AlertEvent.Changed(alert.id(), reach, reach.severity().isAbove(alert.severity()),
							announced(alert, reach))
					: new AlertEvent.Returned(alert.id(), reach, announced(alert, reach));
		}
		Instant left = left(level);
		if (alert == null || left == null || left.isAfter(now)) {
			return null;
		}
		for (int i = Math.min(level, this.from.length) - 1; i >= 0; i--) {
			if (reached(i, now)) {
				return new AlertEvent.Changed(alert.id(), reach(i, now), false, false);
			}
		}
		return new AlertEvent.Cleared(alert.id(), AlertEvent.Cleared.Reason.CONDITION, Math.max(this.worst, value(now)),
				alert.state() instanceof AlertState.Acknowledged);
	}

	/** What is put aside comes back when it is critical. */
	private static boolean announced(Alert alert, Reach reach) {
		return switch (alert.state()) {
			case AlertState.Held held -> false;
			case AlertState.Shelved shelved -> reach.severity() == Severity.CRITICAL;
			case AlertState.Unacknowledged open -> true;
			case AlertState.Acknowledged acknowledged -> true;
			case AlertState.Cleared cleared -> true;
			case AlertState.Closed closed -> true;
		};
	}

	/** Whether it would now be critical. */
	static boolean critical(AlertEvent.OfOne event) {
		return event instanceof AlertEvent.Changed changed && changed.reach().severity() == Severity.CRITICAL;
	}

	private int level() {
		Alert alert = this.book.open(this.cause);
		return (alert != null && alert.active()) ? alert.reach().level() : -1;
	}

	/** When the alert is to fall, if its level is left for good. */
	private @Nullable Instant left(int level) {
		Instant left = this.leftAt;
		if (level < 0 || left == null) {
			return null;
		}
		Instant fall = left.plusSeconds(this.rule.offDelaySeconds());
		Instant again = (level < this.from.length) ? this.from[level] : null;
		return (again != null && again.isBefore(fall)) ? null : fall;
	}

	private boolean reached(int level, Instant now) {
		Instant from = (level < this.from.length) ? this.from[level] : null;
		return from != null && !from.isAfter(now);
	}

	private @Nullable Instant from(int level, Conditions.@Nullable Measure measure, Instant now) {
		if (measure == null) {
			return null;
		}
		Instant before = this.from[level];
		if (measure.onset() != null) {
			long millis = Math.round(threshold(level) * 1000);
			Instant over = this.hours.after(measure.onset(), Duration.ofMillis(millis), zone());
			// The next in the queue may be over as well: the level was never left
			boolean still = before != null && over != null && !before.isAfter(now) && !over.isAfter(now);
			return still ? before : over;
		}
		AlertRule.Level limit = this.rule.levels().get(level);
		boolean over = (this.rule.unit() == Unit.PEOPLE) ? measure.value() > limit.threshold()
				: measure.value() >= limit.threshold();
		boolean stays = over || (limit.clearBelow() < limit.threshold() && measure.value() >= limit.clearBelow());
		if (before != null) {
			return stays ? before : null;
		}
		return over ? now : null;
	}

	private Reach reach(int level, Instant now) {
		Conditions.Measure measure = this.measure;
		Instant onset = (measure != null) ? measure.onset() : null;
		Instant from = this.from[level];
		return new Reach(level, this.rule.levels().get(level).severity(),
				this.conditions.title(this.rule.title(level), this.cause.subject()), (from != null) ? from : now, onset,
				threshold(level), value(now), count(level, now), this.conditions.ticket(this.cause.subject()),
				this.conditions.relief(this.cause.subject()));
	}

	private double value(Instant now) {
		Conditions.Measure measure = this.measure;
		if (measure == null) {
			return 0;
		}
		return (measure.onset() != null) ? this.hours.between(measure.onset(), now, zone()).toMillis() / 1000.0
				: measure.value();
	}

	/** How many tickets or people it is about. */
	private int count(int level, Instant now) {
		if (!(this.cause.subject() instanceof Subject.Queue queue)) {
			return 1;
		}
		TicketQueue tickets = this.floor.queue(queue.id());
		Duration limit = Duration.ofMillis(Math.round(threshold(level) * 1000));
		int count = switch (this.rule.kind()) {
			case WAIT_OVERTIME -> tickets.countWhile((since) -> {
				Instant over = this.hours.after(since, limit, zone());
				return over != null && !over.isAfter(now);
			});
			case SERVICE_OVERTIME, CALL_UNANSWERED, WINDOW_IDLE, WINDOW_AWAY, QUEUE_UNMANNED, QUEUE_LENGTH, HALL_LOAD,
					SOURCE_SILENT, CLOCK_OFF, STEP_OVERDUE, REPORT_DUE, FINDING_DUE, BELOW ->
				tickets.waiting();
		};
		return Math.max(1, count);
	}

	private double threshold(int level) {
		return this.conditions.threshold(this.rule, level, this.cause.subject());
	}

	private ZoneId zone() {
		return this.floor.plan().timeZone();
	}

}
