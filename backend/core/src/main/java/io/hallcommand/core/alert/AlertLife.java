package io.hallcommand.core.alert;

import java.time.Instant;

import io.hallcommand.core.alert.AlertState.Acknowledged;
import io.hallcommand.core.alert.AlertState.Cleared;
import io.hallcommand.core.alert.AlertState.Closed;
import io.hallcommand.core.alert.AlertState.Held;
import io.hallcommand.core.alert.AlertState.Shelved;
import io.hallcommand.core.alert.AlertState.Unacknowledged;

/**
 * What each event does to an alert: the transitions of ISA-18.2. An event that does not
 * fit the state is never decided, so none is refused here; folding one leaves the alert
 * in a legal state.
 */
final class AlertLife {

	private AlertLife() {
	}

	/** The alert after the event, which is not {@link AlertEvent.Raised}. */
	static Alert after(Alert alert, AlertEvent.OfOne event, Instant now) {
		return switch (event) {
			case AlertEvent.Raised raised -> throw new IllegalArgumentException(alert.id() + " was raised already");
			case AlertEvent.Changed changed -> changed(alert.reaching(changed.reach()), changed.rising(), now);
			case AlertEvent.Returned returned -> returned(alert.reaching(returned.reach()).oncemore(), now);
			case AlertEvent.Cleared cleared -> cleared(alert.inactive(cleared.worst(), now), now);
			case AlertEvent.Acknowledged ack -> acknowledged(alert, ack, now);
			case AlertEvent.Noted noted -> alert.with(alert.care().note(noted.actor(), noted.note(), now));
			case AlertEvent.Assigned assigned ->
				alert.with(alert.care().assigned(assigned.to(), assigned.actor(), assigned.note(), now));
			case AlertEvent.Shelved shelved ->
				alert.in(new Shelved(shelved.actor(), now, shelved.until(), shelved.reason()))
					.with(alert.care().note(shelved.actor(), null, now));
			case AlertEvent.Unshelved unshelved -> back((unshelved.actor() != null)
					? alert.with(alert.care().note(unshelved.actor(), unshelved.note(), now)) : alert, now);
			case AlertEvent.Escalated escalated ->
				alert.with(alert.care().escalated(escalated.step(), escalated.to(), now));
			case AlertEvent.Reminded reminded -> alert.with(alert.care().reminded(reminded.times(), now));
		};
	}

	/** What becomes of it when it is no longer shelved or held: that of the moment. */
	static Alert back(Alert alert, Instant now) {
		return alert.active() ? alert.announced(now) : alert.in(new Closed(now));
	}

	private static Alert changed(Alert alert, boolean rising, Instant now) {
		boolean known = alert.state() instanceof Acknowledged;
		return (rising && known) ? alert.announced(now) : alert;
	}

	private static Alert returned(Alert alert, Instant now) {
		return switch (alert.state()) {
			case Cleared cleared -> alert.announced(now);
			case Closed closed -> alert.announced(now);
			case Unacknowledged unacknowledged -> alert;
			case Acknowledged acknowledged -> alert;
			case Shelved shelved -> alert;
			case Held held -> alert;
		};
	}

	private static Alert cleared(Alert alert, Instant now) {
		return switch (alert.state()) {
			case Unacknowledged unacknowledged -> alert.in(new Cleared(now));
			case Acknowledged acknowledged -> alert.in(new Closed(now));
			case Cleared cleared -> alert;
			case Shelved shelved -> alert;
			case Held held -> alert;
			case Closed closed -> alert;
		};
	}

	private static Alert acknowledged(Alert alert, AlertEvent.Acknowledged event, Instant now) {
		Alert known = alert.with(alert.care().acknowledged(event.actor(), event.note(), now));
		return known.in(alert.active() ? new Acknowledged(event.actor(), now) : new Closed(now));
	}

}
