package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.alert.AlertState.Acknowledged;
import io.hallcommand.core.alert.AlertState.Cleared;
import io.hallcommand.core.alert.AlertState.Closed;
import io.hallcommand.core.alert.AlertState.Held;
import io.hallcommand.core.alert.AlertState.Shelved;
import io.hallcommand.core.alert.AlertState.Unacknowledged;
import io.hallcommand.core.alert.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an officer may do with an alert.
 */
final class AlertJudge {

	private final Alert alert;

	private final String actor;

	private final Instant now;

	AlertJudge(Alert alert, String actor, Instant now) {
		this.alert = alert;
		this.actor = actor;
		this.now = now;
	}

	Verdict judge(AlertAction action) {
		return switch (action) {
			case AlertAction.Acknowledge acknowledge -> acknowledge(acknowledge.note());
			case AlertAction.WriteNote write -> allowed(new AlertEvent.Noted(id(), this.actor, write.note()));
			case AlertAction.Assign assign -> this.alert.isClosed() ? notOpen(assign.note())
					: allowed(new AlertEvent.Assigned(id(), this.actor, assign.to(), assign.note(), false));
			case AlertAction.Shelve shelve -> shelve(shelve);
			case AlertAction.Unshelve unshelve ->
				(this.alert.state() instanceof Shelved) ? allowed(unshelved(unshelve.note()))
						: refused(Reason.NOT_SHELVED, "The alert is not shelved.", unshelve.note());
			case AlertAction.Close close -> close(close.note());
		};
	}

	private Verdict acknowledge(@Nullable String note) {
		return switch (this.alert.state()) {
			case Unacknowledged open -> allowed(acknowledged(note));
			case Cleared cleared -> allowed(acknowledged(note));
			case Acknowledged first -> already(first, note);
			case Shelved shelved -> refused(new Refusal(Reason.ALREADY_SHELVED,
					shelved.by() + " has shelved the alert until " + shelved.until() + ": bring it back first.",
					shelved.by(), shelved.at()), note);
			case Held held -> held(note);
			case Closed closed -> notOpen(note);
		};
	}

	private Verdict already(Acknowledged first, @Nullable String note) {
		return refused(new Refusal(Reason.ALREADY_ACKNOWLEDGED,
				first.by() + " acknowledged the alert at " + first.at() + ". Assign it to yourself to take it over.",
				first.by(), first.at()), note);
	}

	private Verdict shelve(AlertAction.Shelve shelve) {
		if (shelve.time().compareTo(AlertAction.SHORTEST_SHELF) < 0
				|| shelve.time().compareTo(AlertAction.LONGEST_SHELF) > 0) {
			return refused(Reason.SHELF_TIME, "An alert is shelved for " + AlertAction.SHORTEST_SHELF.toMinutes()
					+ " minute to " + AlertAction.LONGEST_SHELF.toHours() + " hours.", shelve.reason());
		}
		return switch (this.alert.state()) {
			case Closed closed -> notOpen(shelve.reason());
			case Held held -> held(shelve.reason());
			case Shelved shelved -> refused(new Refusal(Reason.ALREADY_SHELVED,
					shelved.by() + " has shelved the alert until " + shelved.until() + ".", shelved.by(), shelved.at()),
					shelve.reason());
			case Unacknowledged open -> shelveIfNotCritical(shelve);
			case Acknowledged acknowledged -> shelveIfNotCritical(shelve);
			case Cleared cleared -> shelveIfNotCritical(shelve);
		};
	}

	private Verdict shelveIfNotCritical(AlertAction.Shelve shelve) {
		if (this.alert.active() && this.alert.severity() == Severity.CRITICAL) {
			return refused(Reason.CRITICAL_IS_NOT_SHELVED,
					"A critical alert cannot be shelved: acknowledge it and act.", shelve.reason());
		}
		return allowed(new AlertEvent.Shelved(id(), this.actor, this.now.plus(shelve.time()), shelve.reason()));
	}

	private Verdict close(@Nullable String note) {
		if (this.alert.isClosed()) {
			return notOpen(note);
		}
		if (this.alert.active()) {
			return refused(Reason.STILL_ACTIVE,
					"The condition still holds: the alert closes when it is gone and somebody has acknowledged.", note);
		}
		return switch (this.alert.state()) {
			case Shelved shelved -> allowed(unshelved(note));
			case Held held -> held(note);
			case Unacknowledged open -> allowed(acknowledged(note));
			case Acknowledged acknowledged -> allowed(acknowledged(note));
			case Cleared cleared -> allowed(acknowledged(note));
			case Closed closed -> notOpen(note);
		};
	}

	private AlertEvent acknowledged(@Nullable String note) {
		return new AlertEvent.Acknowledged(id(), this.actor, note, !this.alert.active());
	}

	private AlertEvent unshelved(@Nullable String note) {
		return new AlertEvent.Unshelved(id(), this.actor, AlertEvent.Unshelved.Reason.BROUGHT_BACK, note,
				!this.alert.active());
	}

	private Verdict held(@Nullable String note) {
		return refused(Reason.HELD, "The alert is kept back by a hold: it comes back when the hold is lifted.", note);
	}

	private Verdict notOpen(@Nullable String note) {
		return refused(Reason.NOT_OPEN, "The alert is closed.", note);
	}

	private Verdict refused(Reason reason, String detail, @Nullable String note) {
		return refused(Refusal.of(reason, detail), note);
	}

	/** Who comes too late has written a note all the same. */
	private Verdict refused(Refusal refusal, @Nullable String note) {
		return new Verdict.Refused(refusal,
				(note != null) ? List.of(new AlertEvent.Noted(id(), this.actor, note)) : List.of());
	}

	private static Verdict allowed(AlertEvent event) {
		return new Verdict.Allowed(List.of(event));
	}

	private AlertId id() {
		return this.alert.id();
	}

}
