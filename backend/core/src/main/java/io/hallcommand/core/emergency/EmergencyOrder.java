package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.List;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a hall's emergencies.
 */
public sealed interface EmergencyOrder {

	/**
	 * Something has happened.
	 *
	 * @param zones where; empty means the whole hall
	 * @param severity {@code null} means that of the plan
	 * @param what what was seen
	 * @param source the device that signals it
	 * @param separate it is another one, though one like it runs already
	 * @param planned the planned drill that begins with it
	 */
	record Declare(EmergencyKind kind, List<HallZoneId> zones, @Nullable EventSeverity severity, @Nullable String what,
			@Nullable String source, boolean drill, boolean separate,
			@Nullable String planned) implements EmergencyOrder {

		public Declare {
			zones = List.copyOf(zones);
		}

	}

	record OnEmergency(EmergencyId emergency, EmergencyAction action) implements EmergencyOrder {
	}

	/**
	 * Follow another plan from the next declaration on.
	 *
	 * @param plan {@code null} puts the standard one back
	 */
	record ReplacePlan(EmergencyKind kind, @Nullable ContingencyPlan plan) implements EmergencyOrder {
	}

	record PlanDrill(EmergencyKind kind, List<HallZoneId> zones, Instant at,
			@Nullable String note) implements EmergencyOrder {

		public PlanDrill {
			zones = List.copyOf(zones);
		}

	}

	record CancelDrill(String drill) implements EmergencyOrder {
	}

	/** A hall below tells of one of its emergencies. */
	record Tell(Below below) implements EmergencyOrder {
	}

}
