package io.hallcommand.core.hall;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a frame as visitors may see them.
 */
final class Visitors {

	private Visitors() {
	}

	static SequencedMap<WindowId, ServiceWindow> windows(SequencedMap<WindowId, ServiceWindow> windows) {
		SequencedMap<WindowId, ServiceWindow> shown = new LinkedHashMap<>();
		windows.forEach((id, window) -> shown.put(id, window.forVisitors()));
		return shown;
	}

	/** One that is gone stays gone. */
	static SequencedMap<EmergencyId, @Nullable Emergency> emergencies(
			SequencedMap<EmergencyId, @Nullable Emergency> emergencies) {
		SequencedMap<EmergencyId, @Nullable Emergency> shown = new LinkedHashMap<>();
		emergencies.forEach((id, emergency) -> shown.put(id, (emergency != null) ? emergency.forVisitors() : null));
		return shown;
	}

}
