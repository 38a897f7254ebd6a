package io.hallcommand.server.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.PlanCheck;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoRegionTest {

	private final List<HallPlan> plans = DemoRegion.members().stream().map(DemoRegion.Member::plan).toList();

	@Test
	void everyPlanIsAPlan() {
		assertThat(this.plans).hasSizeBetween(50, 70).allSatisfy((plan) -> {
			assertThat(PlanCheck.problems(plan)).as("%s", plan.hall()).isEmpty();
			assertThat(plan.windows().size()).isBetween(smallest(plan), largest(plan));
			assertThat(plan.name().zh()).isNotEqualTo(plan.name().en());
		});
		assertThat(this.plans.stream().filter((plan) -> plan.level() == HallLevel.COUNTY)).hasSize(8);
	}

	@Test
	void everyHallHangsBelowOneOfAHigherLevelThatCameBefore() {
		Map<HallId, HallPlan> byId = this.plans.stream().collect(Collectors.toMap(HallPlan::hall, Function.identity()));
		for (HallPlan plan : this.plans) {
			if (plan.level() == HallLevel.CITY) {
				assertThat(plan.parent()).isEqualTo(new HallId("demo-province"));
				continue;
			}
			HallPlan parent = byId.get(plan.parent());
			assertThat(parent).as("%s hangs below %s", plan.hall(), plan.parent()).isNotNull();
			assertThat(parent.level()).isLessThan(plan.level());
			assertThat(this.plans.indexOf(parent)).isLessThan(this.plans.indexOf(plan));
		}
	}

	@Test
	void thereIsSomethingToSee() {
		Map<DemoRegion.Day, Long> days = DemoRegion.members()
			.stream()
			.collect(Collectors.groupingBy(DemoRegion.Member::day, Collectors.counting()));
		assertThat(days).containsEntry(DemoRegion.Day.SILENT, 1L);
		assertThat(days.get(DemoRegion.Day.NONE)).as("the city itself and closed ones").isBetween(2L, 3L);
		assertThat(days.get(DemoRegion.Day.RUSH)).isBetween(2L, 4L);
	}

	@Test
	void theDemoHallIsAPartOfTheCity() {
		HallPlan centre = DemoHalls.plan("civic-centre");
		HallPlan moved = DemoRegion.inCity(centre);
		assertThat(moved.parent()).isEqualTo(DemoRegion.CITY);
		assertThat(moved.windows()).isEqualTo(centre.windows());
		assertThat(PlanCheck.problems(moved)).isEmpty();
	}

	private static int smallest(HallPlan plan) {
		return switch (plan.level()) {
			case PROVINCE, CITY -> 0;
			case COUNTY -> 8;
			case TOWNSHIP, VILLAGE -> 2;
		};
	}

	private static int largest(HallPlan plan) {
		return switch (plan.level()) {
			case PROVINCE, CITY -> 0;
			case COUNTY -> 12;
			case TOWNSHIP, VILLAGE -> 6;
		};
	}

}
