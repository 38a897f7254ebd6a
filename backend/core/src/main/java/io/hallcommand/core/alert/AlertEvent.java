package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the life of alerts.
 */
public sealed interface AlertEvent {

	/**
	 * Something that happened to one alert.
	 */
	sealed interface OfOne extends AlertEvent {

		AlertId alert();

	}

	/**
	 * A condition has come.
	 *
	 * @param announced whether people are told; not while it is kept back
	 */
	record Raised(AlertId alert, Cause cause, AlertKind kind, Unit unit, List<HallZoneId> zones, AlertTexts texts,
			Reach reach, boolean announced) implements OfOne {

		public Raised {
			zones = List.copyOf(zones);
		}

	}

	/**
	 * It is now at another level.
	 *
	 * @param rising a worse one; it is then unacknowledged again
	 * @param announced whether people are told; not while it is kept back or put aside
	 */
	record Changed(AlertId alert, Reach reach, boolean rising, boolean announced) implements OfOne {
	}

	/**
	 * It had cleared, and its condition is back.
	 *
	 * @param announced whether people are told; not while it is kept back or put aside
	 */
	record Returned(AlertId alert, Reach reach, boolean announced) implements OfOne {
	}

	/**
	 * Its condition is gone.
	 *
	 * @param worst the worst value of all the time, in the alert's unit
	 * @param closed whether nothing is left to do
	 */
	record Cleared(AlertId alert, Reason reason, double worst, boolean closed) implements OfOne {

		/**
		 * Why a condition no longer holds.
		 */
		public enum Reason {

			CONDITION,
			/** What it was about is gone. */
			PLAN,
			/** Its rule is gone or has changed. */
			RULES

		}

	}

	record Acknowledged(AlertId alert, String actor, @Nullable String note, boolean closed) implements OfOne {
	}

	record Noted(AlertId alert, String actor, String note) implements OfOne {
	}

	/**
	 * Somebody is to see to it.
	 *
	 * @param handover at the end of a shift
	 */
	record Assigned(AlertId alert, String actor, String to, @Nullable String note, boolean handover) implements OfOne {
	}

	record Shelved(AlertId alert, String actor, Instant until, String reason) implements OfOne {
	}

	/**
	 * @param actor who brought it back; {@code null} if the hall did
	 * @param closed whether the condition had gone meanwhile
	 */
	record Unshelved(AlertId alert, @Nullable String actor, Reason reason, @Nullable String note,
			boolean closed) implements OfOne {

		/**
		 * Why a shelved alert is back.
		 */
		public enum Reason {

			/** Its time is over. */
			EXPIRED, BROUGHT_BACK,
			/** It has become critical. */
			SEVERITY

		}

	}

	/**
	 * Nobody has acknowledged it in time.
	 *
	 * @param step counts from 1
	 */
	record Escalated(AlertId alert, int step, Duty to) implements OfOne {
	}

	/**
	 * It was acknowledged, and nothing was done.
	 *
	 * @param to who is on it
	 */
	record Reminded(AlertId alert, int times, String to) implements OfOne {
	}

	record HoldPlaced(Hold hold) implements AlertEvent {
	}

	record HoldLifted(String hold, String actor) implements AlertEvent {
	}

}
