package io.hallcommand.server.directory;

import java.util.List;
import java.util.Optional;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;

/**
 * The halls this node knows of. Kept in memory; costs no I/O.
 */
public interface Directory {

	Optional<HallPlan> plan(HallId hall);

	boolean exists(HallId hall);

	/**
	 * Whether {@code hall} is {@code ancestor} or lies below it.
	 */
	boolean isWithin(HallId hall, HallId ancestor);

	/**
	 * All halls, parents before their children.
	 */
	List<HallPlan> plans();

}
