package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.place.HallZoneId;

/**
 * Keeps alerts back while there is a reason: they are shown as kept back, never lost.
 *
 * @param id such as {@code h12}, after the hall's version at which it was placed
 * @param rules only alerts of these rules; empty means of all
 * @param by who placed it
 */
public record Hold(String id, Kind kind, Scope scope, List<String> rules, String reason, String by, Instant since) {

	public Hold {
		rules = List.copyOf(rules);
	}

	/**
	 * Why alerts are kept back.
	 */
	public enum Kind {

		/** By design: an emergency runs, everybody has been told. */
		SUPPRESSED,
		/** What the alerts are about is being mended. */
		OUT_OF_SERVICE

	}

	AlertState state() {
		return new AlertState.Held(this.id, this.kind);
	}

	/** What is to be done in an emergency is never kept back. */
	boolean covers(Cause cause, List<HallZoneId> zones) {
		return !(cause.subject() instanceof Subject.Task) && (this.rules.isEmpty() || this.rules.contains(cause.rule()))
				&& this.scope.covers(cause.subject(), zones);
	}

}
