package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * What a screen of many halls shows of one. It says when things began and holds no ages,
 * so it changes only when the hall does.
 *
 * @param at the hall's time of its last change
 * @param served today
 * @param longest the queue that reaches its limit first, or reached it first
 * @param alerts those that somebody has to deal with, or deals with
 * @param worst of these alerts the one to look at first
 * @param emergencies those that run, in the order of their declarations
 * @param heardAt when a device reported last; {@code null} if none has
 * @param silentFrom if no device reports until then the hall is cut off; {@code null}
 * while none need report
 */
public record Glance(HallId hall, long version, ZoneId timeZone, Instant at, int waiting, int served, int openWindows,
		int totalWindows, @Nullable Longest longest, Counts alerts, @Nullable Worst worst, List<Running> emergencies,
		@Nullable Instant heardAt, @Nullable Instant silentFrom) {

	public Glance {
		emergencies = List.copyOf(emergencies);
	}

	/**
	 * Who has waited longest in a queue, against its limit.
	 */
	public record Longest(Label queue, Instant since, int limitSeconds) {

		Instant limit() {
			return this.since.plusSeconds(this.limitSeconds);
		}

	}

	/**
	 * How many there are of each severity.
	 */
	public record Counts(int critical, int major, int minor) {

	}

	/**
	 * An alert.
	 *
	 * @param label what people call its subject; {@code null} if that has no name
	 * @param person who is on it; {@code null} while nobody is
	 */
	public record Worst(Severity severity, AlertKind kind, Subject subject, @Nullable Label label, Instant since,
			@Nullable String person) {

		public boolean unclaimed() {
			return this.person == null;
		}

	}

	/**
	 * An emergency that runs.
	 *
	 * @param ending whether somebody proposed its end
	 */
	public record Running(EmergencyId id, EmergencyKind kind, boolean drill, Label headline, EventSeverity severity,
			Instruction instruction, boolean ending, Instant since) {

	}

}
