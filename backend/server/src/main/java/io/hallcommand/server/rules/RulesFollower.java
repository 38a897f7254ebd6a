package io.hallcommand.server.rules;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.live.PlanListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives a hall that is new in the tree, hangs elsewhere now, or on nothing any more, the
 * rules of the halls above it.
 */
@Component
class RulesFollower implements PlanListener {

	private static final Logger log = LoggerFactory.getLogger(RulesFollower.class);

	private final HallRules rules;

	RulesFollower(HallRules rules) {
		this.rules = rules;
	}

	@Override
	public void planned(HallPlan plan, long version) {
		this.rules.follow(plan.hall()).subscribe((nothing) -> {
		}, (failure) -> log.warn("Hall {} could not be given the rules of the halls above it", plan.hall(), failure));
	}

}
