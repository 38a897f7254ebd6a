package io.hallcommand.core.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an emergency, or to what belongs to emergencies.
 */
public sealed interface EmergencyEvent {

	/** Who did it: an officer, or {@code hall}. */
	String by();

	/**
	 * What happened to one emergency: a line of its timeline.
	 */
	sealed interface OfOne extends EmergencyEvent {

		EmergencyId emergency();

	}

	/**
	 * @param affected zones for which the instruction holds; empty means the whole hall
	 * @param plan the plan that it is worked by until its end, whatever becomes of plans
	 * @param edition that of the plan; 0 is the standard one
	 * @param planned the drill that was planned, if it is one
	 */
	record Declared(EmergencyId emergency, EmergencyKind kind, boolean drill, List<HallZoneId> zones, Label place,
			List<HallZoneId> affected, EventSeverity severity, @Nullable String what, String by,
			@Nullable String source, ContingencyPlan plan, int edition, @Nullable String planned) implements OfOne {

		public Declared {
			zones = List.copyOf(zones);
			affected = List.copyOf(affected);
		}

	}

	/**
	 * It was reported once more.
	 *
	 * @param alias the id that the report would have made
	 */
	record Sighted(EmergencyId emergency, EmergencyId alias, String by, @Nullable String source,
			@Nullable String text) implements OfOne {
	}

	record Noted(EmergencyId emergency, String by, String text) implements OfOne {
	}

	record StepDone(EmergencyId emergency, String by, String step, @Nullable String text) implements OfOne {
	}

	/**
	 * A step is left out.
	 *
	 * @param text why it is left out
	 */
	record StepSkipped(EmergencyId emergency, String by, String step, String text) implements OfOne {
	}

	record StepReopened(EmergencyId emergency, String by, String step, @Nullable String text) implements OfOne {
	}

	/**
	 * Somebody has a role, or a step.
	 */
	record Assigned(EmergencyId emergency, String by, String to, @Nullable EmergencyRole role,
			@Nullable String step) implements OfOne {
	}

	record Counted(EmergencyId emergency, String by, Counts counts) implements OfOne {
	}

	record Mustered(EmergencyId emergency, String by, HallZoneId zone, boolean clear, @Nullable Integer people,
			@Nullable String text) implements OfOne {
	}

	/** It is graver or less grave; all three scales as they are now. */
	record Graded(EmergencyId emergency, String by, EventSeverity severity, @Nullable WarningLevel warningLevel,
			@Nullable ResponseLevel responseLevel, String text) implements OfOne {
	}

	record Instructed(EmergencyId emergency, String by, Instruction instruction, List<HallZoneId> zones,
			List<String> closedExits, @Nullable String text) implements OfOne {

		public Instructed {
			zones = List.copyOf(zones);
			closedExits = List.copyOf(closedExits);
		}

	}

	record EndProposed(EmergencyId emergency, String by, Outcome outcome, @Nullable String text) implements OfOne {
	}

	record EndWithdrawn(EmergencyId emergency, String by, @Nullable String text) implements OfOne {
	}

	record Ended(EmergencyId emergency, String by, Outcome outcome, @Nullable String text) implements OfOne {
	}

	/** It is the same as another, which goes on. */
	record Merged(EmergencyId emergency, String by, EmergencyId into, @Nullable String text) implements OfOne {
	}

	/** Another turned out to be this one. */
	record Absorbed(EmergencyId emergency, String by, EmergencyId from, int sightings,
			@Nullable String text) implements OfOne {
	}

	/**
	 * A report is filed.
	 *
	 * @param text the report as it was filed
	 */
	record Filed(EmergencyId emergency, String by, ReportKind report, int number, String text) implements OfOne {
	}

	/**
	 * The review has found something.
	 *
	 * @param due the last day on which it is in time
	 */
	record FindingNoted(EmergencyId emergency, String by, String finding, String text, String owner,
			LocalDate due) implements OfOne {
	}

	record FindingMended(EmergencyId emergency, String by, String finding, @Nullable String text) implements OfOne {
	}

	record Closed(EmergencyId emergency, String by, @Nullable String text) implements OfOne {
	}

	/**
	 * @param plan {@code null} means the standard one
	 * @param edition counts up with each change
	 */
	record PlanReplaced(EmergencyKind kind, @Nullable ContingencyPlan plan, int edition,
			String by) implements EmergencyEvent {
	}

	record DrillPlanned(String drill, EmergencyKind kind, List<HallZoneId> zones, Instant at, @Nullable String note,
			String by) implements EmergencyEvent {

		public DrillPlanned {
			zones = List.copyOf(zones);
		}

	}

	record DrillCancelled(String drill, String by) implements EmergencyEvent {
	}

	/** An emergency of a hall below is now like this. */
	record BelowMoved(Below below, String by) implements EmergencyEvent {
	}

}
