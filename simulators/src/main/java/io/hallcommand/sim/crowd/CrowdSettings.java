package io.hallcommand.sim.crowd;

import io.hallcommand.sim.scenario.Scenario;

/**
 * What kind of crowd.
 *
 * @param alwaysOpen whether the hall moves at night and on days off too, as if it were
 * late morning
 */
public record CrowdSettings(long seed, Scenario scenario, boolean alwaysOpen) {

	/**
	 * What a demonstration wants: an ordinary weekday that never ends.
	 */
	public static CrowdSettings demo() {
		return new CrowdSettings(1, Scenario.named(Scenario.WEEKDAY), true);
	}

}
