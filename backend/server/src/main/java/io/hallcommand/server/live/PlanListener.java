package io.hallcommand.server.live;

import io.hallcommand.core.hall.HallPlan;

/**
 * Hears of plans that are committed. Called on a writer's thread: must not block. The
 * same plan may be told more than once.
 */
public interface PlanListener {

	/**
	 * A hall follows this plan.
	 * @param version the hall's version by which it does
	 */
	void planned(HallPlan plan, long version);

}
