package io.hallcommand.server.access;

import io.hallcommand.core.hall.HallId;

/**
 * What access needs to know of halls. Costs no I/O.
 */
public interface HallTree {

	boolean exists(HallId hall);

	/**
	 * Whether {@code hall} is {@code ancestor} or lies below it.
	 */
	boolean isWithin(HallId hall, HallId ancestor);

}
