package io.hallcommand.server.live;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.hall.HallId;

/**
 * Hears of emergencies that began, changed or ended, after the commit, and once more of
 * all in sight when a hall comes to life. Must not block.
 */
public interface EmergencyListener {

	void moved(HallId hall, Emergency emergency);

}
