package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one hall: the open ones, the last few that were closed, and the holds.
 * Belongs to the hall and is changed by it alone.
 */
public final class AlertBook {

	/** So many closed alerts are kept in sight; the journal has all. */
	static final int CLOSED_IN_SIGHT = 5;

	/** So many alerts a hall above takes from those below. */
	static final int MOST_ASKED = 2_000;

	/** Bounds a hall's memory. */
	static final int MOST_HOLDS = 50;

	private final TreeMap<AlertId, Alert> alerts = new TreeMap<>();

	private final Map<Cause, AlertId> open = new LinkedHashMap<>();

	/** In the order in which they were closed. */
	private final SequencedSet<AlertId> closed = new LinkedHashSet<>();

	private final SequencedMap<String, Hold> holds = new LinkedHashMap<>();

	/** Open ones and the last closed ones, the oldest first. */
	public Collection<Alert> alerts() {
		return Collections.unmodifiableCollection(this.alerts.values());
	}

	public Collection<Hold> holds() {
		return Collections.unmodifiableCollection(this.holds.values());
	}

	public @Nullable Hold hold(String id) {
		return this.holds.get(id);
	}

	public @Nullable Alert find(AlertId id) {
		return this.alerts.get(id);
	}

	/** The open alert for this cause. */
	public @Nullable Alert open(Cause cause) {
		AlertId id = this.open.get(cause);
		return (id != null) ? this.alerts.get(id) : null;
	}

	/** Whether an alert for this cause would be kept back. */
	public boolean keepsBack(Cause cause, List<HallZoneId> zones) {
		return holdOver(cause, zones) != null;
	}

	/** The causes of open alerts. */
	public Collection<Cause> causes() {
		return Collections.unmodifiableCollection(this.open.keySet());
	}

	/**
	 * Decides what becomes of somebody's wish.
	 * @param next the hall's version after it
	 */
	public Verdict judge(Order order, String actor, long next, Instant now) {
		return switch (order) {
			case Order.OnAlert on -> {
				Alert alert = this.alerts.get(on.alert());
				yield (alert != null) ? new AlertJudge(alert, actor, now).judge(on.action())
						: refused(Refusal.Reason.UNKNOWN_ALERT,
								"The hall has no alert " + on.alert() + ", or it was closed a while ago.");
			}
			case Order.HandOver handOver -> handOver(actor, handOver);
			case Order.PlaceHold place -> (this.holds.size() < MOST_HOLDS)
					? new Verdict.Allowed(List.of(new AlertEvent.HoldPlaced(new Hold("h" + next, place.kind(),
							place.scope(), place.rules(), place.reason(), actor, now))))
					: refused(Refusal.Reason.TOO_MANY, "The hall has " + MOST_HOLDS + " holds: lift one first.");
			case Order.Ask ask -> ask(ask, next);
			case Order.Withdraw withdraw -> withdraw(withdraw.below());
			case Order.LiftHold lift -> this.holds.containsKey(lift.hold())
					? new Verdict.Allowed(List.of(new AlertEvent.HoldLifted(lift.hold(), actor)))
					: refused(Refusal.Reason.UNKNOWN_HOLD, "The hall has no hold " + lift.hold() + ".");
		};
	}

	private static Verdict refused(Refusal.Reason reason, String detail) {
		return new Verdict.Refused(Refusal.of(reason, detail), List.of());
	}

	private Verdict ask(Order.Ask ask, long next) {
		Cause cause = new Cause(StandardRules.BELOW, ask.below());
		Alert known = open(cause);
		if (known != null && known.active()) {
			return new Verdict.Allowed(List.of());
		}
		if (this.open.size() >= MOST_ASKED) {
			return refused(Refusal.Reason.TOO_MANY, "The hall has " + MOST_ASKED + " open alerts.");
		}
		Reach reach = new Reach(0, ask.severity(), ask.title(), ask.since(), ask.since(), 0, 0, 1, null, null);
		return new Verdict.Allowed(List.of((known != null)
				? new AlertEvent.Returned(known.id(), reach, !(known.state() instanceof AlertState.Held))
				: new AlertEvent.Raised(new AlertId(next), cause, AlertKind.BELOW, AlertKind.BELOW.unit(), List.of(),
						StandardRules.ASKED, reach, !keepsBack(cause, List.of()))));
	}

	private Verdict withdraw(Subject.Below below) {
		Alert known = open(new Cause(StandardRules.BELOW, below));
		return new Verdict.Allowed((known != null && known.active()) ? List.of(new AlertEvent.Cleared(known.id(),
				AlertEvent.Cleared.Reason.CONDITION, 0, known.state() instanceof AlertState.Acknowledged)) : List.of());
	}

	/** All that one officer has in hand. */
	private Verdict handOver(String from, Order.HandOver order) {
		List<AlertEvent> events = new ArrayList<>();
		for (Alert alert : this.alerts.values()) {
			if (!alert.isClosed() && from.equals(alert.care().assignee())) {
				events.add(new AlertEvent.Assigned(alert.id(), from, order.to(), order.note(), true));
			}
		}
		return new Verdict.Allowed(events);
	}

	/**
	 * Takes over what happened.
	 * @return the alerts that are now different or gone
	 */
	public List<AlertId> apply(AlertEvent event, Instant now) {
		return switch (event) {
			case AlertEvent.Raised raised -> {
				Alert alert = Alert.of(raised, new AlertState.Unacknowledged(now), now);
				Hold hold = holdOver(alert.cause(), alert.zones());
				yield put((hold != null) ? alert.in(hold.state()) : alert);
			}
			case AlertEvent.OfOne one -> {
				Alert alert = this.alerts.get(one.alert());
				yield (alert != null) ? put(AlertLife.after(alert, one, now)) : List.of();
			}
			case AlertEvent.HoldPlaced placed -> {
				this.holds.put(placed.hold().id(), placed.hold());
				yield change(
						(alert) -> !alert.isClosed() && !(alert.state() instanceof AlertState.Held)
								&& placed.hold().covers(alert.cause(), alert.zones()),
						(alert) -> alert.in(placed.hold().state()));
			}
			case AlertEvent.HoldLifted lifted -> {
				this.holds.remove(lifted.hold());
				yield change(
						(alert) -> alert.state() instanceof AlertState.Held held && held.hold().equals(lifted.hold()),
						(alert) -> {
							Hold other = holdOver(alert.cause(), alert.zones());
							return (other != null) ? alert.in(other.state()) : AlertLife.back(alert, now);
						});
			}
		};
	}

	/** For a snapshot: what {@link #alerts} and {@link #holds} gave. */
	public void restore(Collection<Alert> alerts, Collection<Hold> holds) {
		holds.forEach((hold) -> this.holds.put(hold.id(), hold));
		alerts.stream().sorted((one, other) -> closedAt(one).compareTo(closedAt(other))).forEach(this::put);
	}

	private static Instant closedAt(Alert alert) {
		return (alert.state() instanceof AlertState.Closed closed) ? closed.at() : Instant.MIN;
	}

	private @Nullable Hold holdOver(Cause cause, List<HallZoneId> zones) {
		for (Hold hold : this.holds.values()) {
			if (hold.covers(cause, zones)) {
				return hold;
			}
		}
		return null;
	}

	private List<AlertId> change(Predicate<Alert> which, UnaryOperator<Alert> change) {
		List<AlertId> changed = new ArrayList<>();
		for (Alert alert : List.copyOf(this.alerts.values())) {
			if (which.test(alert)) {
				changed.addAll(put(change.apply(alert)));
			}
		}
		return changed;
	}

	private List<AlertId> put(Alert alert) {
		this.alerts.put(alert.id(), alert);
		if (!alert.isClosed()) {
			this.open.put(alert.cause(), alert.id());
			this.closed.remove(alert.id());
			return List.of(alert.id());
		}
		this.open.remove(alert.cause(), alert.id());
		this.closed.add(alert.id());
		if (this.closed.size() <= CLOSED_IN_SIGHT) {
			return List.of(alert.id());
		}
		AlertId gone = this.closed.removeFirst();
		this.alerts.remove(gone);
		return List.of(alert.id(), gone);
	}

}
