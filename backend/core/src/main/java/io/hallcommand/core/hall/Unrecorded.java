package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.hallcommand.core.emergency.Emergency;

/**
 * Emergencies as they will be once the journal has what was said of them: shown before it
 * is recorded, because life does not wait.
 *
 * @param emergencies those that differ from what is recorded; none means that nothing is
 * waiting
 */
public record Unrecorded(Instant at, ZoneId zone, List<Emergency> emergencies) {

	public Unrecorded {
		emergencies = List.copyOf(emergencies);
	}

	/** The same as visitors may see it. */
	public Unrecorded forVisitors() {
		return new Unrecorded(this.at, this.zone, this.emergencies.stream().map(Emergency::forVisitors).toList());
	}

}
