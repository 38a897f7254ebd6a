package io.hallcommand.core.emergency;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the hall that an emergency may name.
 */
public interface Places {

	/** A zone's name; {@code null} if the hall has none such. */
	@Nullable Label zone(HallZoneId id);

	boolean hasExit(String id);

}
