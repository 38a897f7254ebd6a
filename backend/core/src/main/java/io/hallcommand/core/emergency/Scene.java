package io.hallcommand.core.emergency;

import java.util.ArrayList;
import java.util.List;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, for everybody who works there to see.
 *
 * @param affected zones for which the instruction holds; empty means the whole hall
 * @param closedExits exits of the hall that must not be used
 * @param sources devices that have signalled it
 * @param sightings how often it was reported
 */
public record Scene(List<HallZoneId> affected, EventSeverity severity, @Nullable WarningLevel warningLevel,
		@Nullable ResponseLevel responseLevel, Instruction instruction, List<String> closedExits, List<String> sources,
		int sightings) {

	public Scene {
		affected = List.copyOf(affected);
		closedExits = List.copyOf(closedExits);
		sources = List.copyOf(sources);
	}

	Scene graded(EventSeverity severity, @Nullable WarningLevel warning, @Nullable ResponseLevel response) {
		return new Scene(this.affected, severity, warning, response, this.instruction, this.closedExits, this.sources,
				this.sightings);
	}

	Scene instructed(Instruction instruction, List<HallZoneId> affected, List<String> closedExits) {
		return new Scene(affected, this.severity, this.warningLevel, this.responseLevel, instruction, closedExits,
				this.sources, this.sightings);
	}

	Scene sighted(@Nullable String source, int times) {
		List<String> sources = this.sources;
		if (source != null && !sources.contains(source)) {
			sources = new ArrayList<>(sources);
			sources.add(source);
		}
		return new Scene(this.affected, this.severity, this.warningLevel, this.responseLevel, this.instruction,
				this.closedExits, sources, this.sightings + times);
	}

	/** Grades of warning and response are for those who respond. */
	Scene forVisitors() {
		return new Scene(this.affected, this.severity, null, null, this.instruction, this.closedExits, List.of(), 0);
	}

}
