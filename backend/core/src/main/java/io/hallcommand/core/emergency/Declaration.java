package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.List;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * How an emergency began. It does not change.
 *
 * @param zones where; empty means the whole hall
 * @param place the zones' names at that time
 * @param what what was seen
 * @param by an officer, or {@code hall} for a device or a planned drill
 * @param source the device that signalled it
 */
public record Declaration(EmergencyKind kind, boolean drill, List<HallZoneId> zones, Label place, @Nullable String what,
		String by, @Nullable String source, Instant at) {

	/** Stands where visitors are not told who it was. */
	static final String NOBODY = "";

	public Declaration {
		zones = List.copyOf(zones);
	}

	/** Whether the other happens where this one does. */
	boolean meets(List<HallZoneId> others) {
		return this.zones.isEmpty() || others.isEmpty() || others.stream().anyMatch(this.zones::contains);
	}

	/** What and where, such as "B 区火警", "Fire in zone B". */
	public Label headline(Label title) {
		return new Label(this.place.zh() + title.zh(), title.en() + " in " + this.place.en());
	}

	/** A text of the plan with the place put in. */
	public Label fill(Label text) {
		return new Label(text.zh().replace("{zone}", this.place.zh()), text.en().replace("{zone}", this.place.en()));
	}

	/** What was seen is in somebody's words, and may be about somebody. */
	Declaration forVisitors() {
		return new Declaration(this.kind, this.drill, this.zones, this.place, null, NOBODY, null, this.at);
	}

}
