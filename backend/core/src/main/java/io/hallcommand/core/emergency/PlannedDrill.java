package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.List;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A drill that the hall will declare by itself.
 */
public record PlannedDrill(String id, EmergencyKind kind, List<HallZoneId> zones, Instant at, @Nullable String note,
		String by) {

	public PlannedDrill {
		zones = List.copyOf(zones);
	}

}
