package io.hallcommand.server.live;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.hall.HallId;

/**
 * Hears of alerts that concern the hall above, once that is committed. Called on a
 * writer's thread: must not block. The same may be told more than once, by each node, and
 * after a start.
 */
public interface AlertListener {

	/**
	 * Something happened to an alert that was escalated to the hall above.
	 * @param alert as it is now
	 */
	void moved(HallId hall, Alert alert);

}
