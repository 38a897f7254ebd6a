package io.hallcommand.server.live;

import java.util.List;

/**
 * Who hears of what is committed.
 */
record Listeners(PlanListener plans, AlertListener alerts, EmergencyListener emergencies, GlanceListener glances) {

	static Listeners of(List<PlanListener> plans, List<AlertListener> alerts, List<EmergencyListener> emergencies,
			List<GlanceListener> glances) {
		return new Listeners((plan, version) -> plans.forEach((listener) -> listener.planned(plan, version)),
				(hall, alert) -> alerts.forEach((listener) -> listener.moved(hall, alert)),
				(hall, emergency) -> emergencies.forEach((listener) -> listener.moved(hall, emergency)),
				(drawn) -> glances.forEach((listener) -> listener.glanced(drawn)));
	}

}
