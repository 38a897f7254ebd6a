package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One alert, as a value.
 *
 * @param zones which it concerns; empty means the whole hall
 * @param raisedAt when it was raised first
 * @param reach how it was when it last changed
 * @param worst the worst value so far, in the alert's unit
 * @param occurrences how often its condition came since it was raised
 * @param active whether its condition holds
 * @param clearedAt when its condition went last; {@code null} while it holds
 */
public record Alert(AlertId id, Cause cause, AlertKind kind, Unit unit, List<HallZoneId> zones, AlertTexts texts,
		Instant raisedAt, Reach reach, double worst, int occurrences, boolean active, @Nullable Instant clearedAt,
		AlertState state, Care care) {

	public Alert {
		zones = List.copyOf(zones);
	}

	static Alert of(AlertEvent.Raised raised, AlertState state, Instant now) {
		return new Alert(raised.alert(), raised.cause(), raised.kind(), raised.unit(), raised.zones(), raised.texts(),
				now, raised.reach(), raised.reach().value(), 1, true, null, state, Care.none(now));
	}

	public Severity severity() {
		return this.reach.severity();
	}

	public boolean isClosed() {
		return this.state instanceof AlertState.Closed;
	}

	/** Whether it is announced to people now: not put aside, and not kept back. */
	public boolean isUnacknowledged() {
		return this.state instanceof AlertState.Unacknowledged;
	}

	Alert reaching(Reach reach) {
		return new Alert(this.id, this.cause, this.kind, this.unit, this.zones, this.texts, this.raisedAt, reach,
				Math.max(this.worst, reach.value()), this.occurrences, true, null, this.state, this.care);
	}

	Alert oncemore() {
		return new Alert(this.id, this.cause, this.kind, this.unit, this.zones, this.texts, this.raisedAt, this.reach,
				this.worst, this.occurrences + 1, this.active, this.clearedAt, this.state, this.care);
	}

	Alert inactive(double worst, Instant now) {
		return new Alert(this.id, this.cause, this.kind, this.unit, this.zones, this.texts, this.raisedAt, this.reach,
				Math.max(this.worst, worst), this.occurrences, false, now, this.state, this.care);
	}

	Alert in(AlertState state) {
		return new Alert(this.id, this.cause, this.kind, this.unit, this.zones, this.texts, this.raisedAt, this.reach,
				this.worst, this.occurrences, this.active, this.clearedAt, state, this.care);
	}

	Alert with(Care care) {
		return new Alert(this.id, this.cause, this.kind, this.unit, this.zones, this.texts, this.raisedAt, this.reach,
				this.worst, this.occurrences, this.active, this.clearedAt, this.state, care);
	}

	/** Announced anew, to whoever is there. */
	Alert announced(Instant now) {
		return in(new AlertState.Unacknowledged(now)).with(this.care.anew(now));
	}

}
