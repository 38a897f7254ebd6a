package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.hall.HallEvent;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through what happened to a hall's alerts, in its order, and counts. What
 * happened before the period tells which alerts were open when it began, and who was on
 * duty; it counts nowhere.
 * <p>
 * An alert is announced when it is raised, when it is back, and when it gets worse.
 */
final class Tally {

	final Period period;

	final Rate rate;

	final Sources sources = new Sources();

	final Sources chattering = new Sources();

	final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);

	final Stale stale;

	final OnDuty onDuty = new OnDuty();

	final Latencies answers = new Latencies();

	final Map<String, Latencies> answersByOfficer = new TreeMap<>();

	/** How often alerts were escalated. */
	int escalations;

	/** How many alerts were announced in the period, each counted once. */
	int alerts;

	/** How many of these were escalated. */
	int escalatedAlerts;

	private final Chatter chatter = new Chatter();

	private final Map<AlertId, Open> open = new HashMap<>();

	Tally(Period period, ZoneId zone) {
		this.period = period;
		this.rate = new Rate(period);
		this.stale = new Stale(period, zone);
	}

	/**
	 * An alert that is open.
	 */
	private static final class Open {

		final Cause cause;

		final Instant raisedAt;

		/** When it was announced last; {@code null} when that is acknowledged. */
		@Nullable Instant unanswered;

		boolean counted;

		boolean escalated;

		Open(Cause cause, Instant raisedAt) {
			this.cause = cause;
			this.raisedAt = raisedAt;
		}

	}

	/** Something happened; not before what was taken last. */
	void take(HallEvent event, Instant time) {
		if (event instanceof HallEvent.RosterChanged changed) {
			this.onDuty.roster(changed.shifts());
		}
		else if (event instanceof HallEvent.AlertMoved moved && moved.event() instanceof AlertEvent.OfOne one) {
			take(one, time);
		}
	}

	private void take(AlertEvent.OfOne event, Instant time) {
		if (event instanceof AlertEvent.Raised raised && !isDrill(raised)) {
			this.open.put(raised.alert(), new Open(raised.cause(), time));
		}
		Open alert = this.open.get(event.alert());
		if (alert == null) {
			// Raised before all that is read, or in a drill
			return;
		}
		switch (event) {
			case AlertEvent.Raised raised -> {
				if (raised.announced()) {
					appeared(alert, raised.reach().severity(), time);
				}
			}
			case AlertEvent.Returned returned -> {
				if (returned.announced()) {
					appeared(alert, returned.reach().severity(), time);
				}
			}
			case AlertEvent.Changed changed -> {
				if (changed.rising() && changed.announced()) {
					announced(alert, changed.reach().severity(), time);
				}
			}
			case AlertEvent.Acknowledged acknowledged -> {
				acknowledged(alert, acknowledged.actor(), time);
				closed(event.alert(), acknowledged.closed(), time);
			}
			case AlertEvent.Cleared cleared -> closed(event.alert(), cleared.closed(), time);
			case AlertEvent.Unshelved unshelved -> closed(event.alert(), unshelved.closed(), time);
			case AlertEvent.Escalated escalated -> escalated(alert, time);
			case AlertEvent.Noted noted -> {
			}
			case AlertEvent.Assigned assigned -> {
			}
			case AlertEvent.Shelved shelved -> {
			}
			case AlertEvent.Reminded reminded -> {
			}
		}
	}

	private static boolean isDrill(AlertEvent.Raised raised) {
		return raised.cause().subject() instanceof Subject.Task task && task.drill();
	}

	private void appeared(Open alert, Severity severity, Instant time) {
		boolean begins = this.chatter.heard(alert.cause, time);
		if (begins && this.period.contains(time)) {
			this.chattering.count(alert.cause);
		}
		announced(alert, severity, time);
	}

	private void announced(Open alert, Severity severity, Instant time) {
		alert.unanswered = time;
		if (!this.period.contains(time)) {
			return;
		}
		this.rate.announced(time);
		this.onDuty.announced(time);
		this.sources.count(alert.cause);
		this.severities.merge(severity, 1, Integer::sum);
		if (!alert.counted) {
			alert.counted = true;
			this.alerts++;
		}
	}

	private void acknowledged(Open alert, String officer, Instant time) {
		Instant since = alert.unanswered;
		alert.unanswered = null;
		if (since != null && this.period.contains(time)) {
			Duration latency = Duration.between(since, time);
			this.answers.add(latency);
			this.answersByOfficer.computeIfAbsent(officer, (unknown) -> new Latencies()).add(latency);
		}
	}

	private void escalated(Open alert, Instant time) {
		if (!this.period.contains(time)) {
			return;
		}
		this.escalations++;
		if (alert.counted && !alert.escalated) {
			alert.escalated = true;
			this.escalatedAlerts++;
		}
	}

	private void closed(AlertId id, boolean closed, Instant time) {
		Open alert = closed ? this.open.remove(id) : null;
		if (alert != null) {
			this.stale.wasOpen(id, alert.cause, alert.raisedAt, time);
		}
	}

	/** Nothing more is to come: what is still open is so until the end of the period. */
	Tally end() {
		this.open.forEach((id, alert) -> this.stale.wasOpen(id, alert.cause, alert.raisedAt, this.period.until()));
		this.open.clear();
		return this;
	}

}
