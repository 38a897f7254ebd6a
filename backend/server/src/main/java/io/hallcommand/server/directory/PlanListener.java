package io.hallcommand.server.directory;

import io.hallcommand.core.hall.HallPlan;

/**
 * Wants to hear of plans that became valid.
 */
public interface PlanListener {

	/**
	 * A hall follows this plan since this version of its journal. Never blocks; to be
	 * told an old plan, or the same one again, does no harm.
	 */
	void planned(HallPlan plan, long version);

}
