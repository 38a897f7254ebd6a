package io.hallcommand.core.emergency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import io.hallcommand.core.place.Label;

/**
 * The plans of a hall that has made none of its own. Where no clause backs a number, its
 * basis says "team default".
 */
final class StandardPlans {

	private static final Map<EmergencyKind, ContingencyPlan> PLANS = new EnumMap<>(EmergencyKind.class);

	static {
		for (EmergencyKind kind : EmergencyKind.values()) {
			PLANS.put(kind, plan());
		}
	}

	private StandardPlans() {
	}

	static ContingencyPlan plan(EmergencyKind kind) {
		return Objects.requireNonNull(PLANS.get(kind));
	}

	private static ContingencyPlan plan() {
		return new ContingencyPlan(new Label("火警", "Fire"), EventSeverity.LARGE, ResponseLevel.LEVEL_2,
				Instruction.EVACUATE, true, true, true,
				List.of(new ContingencyPlan.Step("call-119", new Label("拨打 119", "Call 119"), EmergencyRole.LIAISON,
						"119", 60, List.of())),
				new ContingencyPlan.WallText(new Label("请立即撤离", "Leave now"),
						new Label("请勿前往{zone}", "Keep away from {zone}"), List.of(new Label("不乘电梯", "No lifts"))),
				3600, 86_400, 86_400, "team default");
	}

}
