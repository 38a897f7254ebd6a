package io.hallcommand.core.emergency;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.place.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandardPlansTest {

	@ParameterizedTest
	@EnumSource
	void peopleCanWorkByEveryPlan(EmergencyKind kind) {
		ContingencyPlan plan = StandardPlans.plan(kind);
		assertThat(ContingencyPlanCheck.problems(plan)).isEmpty();
		assertThat(plan.steps()).hasSizeBetween(6, 12)
			.allSatisfy((step) -> assertThat(step.targetSeconds()).as(step.id()).isBetween(10, 86_400));
		assertThat(plan.basis()).contains("art 61").contains("team default");
		assertThat(plan.responseLevel()).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void aPlanComesBeforeWhatFollowsIt(EmergencyKind kind) {
		List<String> shown = new ArrayList<>();
		for (ContingencyPlan.Step step : StandardPlans.plan(kind).steps()) {
			assertThat(shown).as("before " + step.id()).containsAll(step.after());
			shown.add(step.id());
		}
	}

	@ParameterizedTest
	@EnumSource
	void thoseAboveAreToldAndTicketsKept(EmergencyKind kind) {
		ContingencyPlan plan = StandardPlans.plan(kind);
		assertThat(plan.step("report-up")).isNotNull()
			.satisfies((step) -> assertThat(step.role()).isEqualTo(EmergencyRole.LIAISON));
		assertThat(plan.step("keep-tickets")).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void whatEmptiesTheHallCountsThePeopleAndEndsByTwo(EmergencyKind kind) {
		ContingencyPlan plan = StandardPlans.plan(kind);
		boolean moves = plan.instruction() == Instruction.EVACUATE || plan.instruction() == Instruction.SHELTER;
		assertThat(plan.wholeHall()).isEqualTo(moves);
		if (moves) {
			assertThat(plan.endNeedsTwo()).isTrue();
			assertThat(plan.stopsService()).isTrue();
			assertThat(plan.step("muster")).isNotNull()
				.satisfies((step) -> assertThat(step.role()).isEqualTo(EmergencyRole.EVACUATION));
		}
	}

	@ParameterizedTest
	@EnumSource
	void textsStandInBothLanguagesAndFitTheWall(EmergencyKind kind) {
		ContingencyPlan plan = StandardPlans.plan(kind);
		fits(plan.title(), 6, 24);
		fits(plan.wall().action(), 6, 20);
		fits(plan.wall().elsewhere(), 12, 34);
		assertThat(plan.wall().elsewhere().zh()).contains("{zone}");
		assertThat(plan.wall().elsewhere().en()).contains("{zone}");
		assertThat(plan.wall().rules()).hasSizeBetween(2, 4).doesNotHaveDuplicates();
		plan.wall().rules().forEach((rule) -> fits(rule, 7, 22));
		plan.steps().forEach((step) -> fits(step.title(), 20, 54));
	}

	@ParameterizedTest
	@EnumSource
	void aCallNamesItsNumberAndANumberStandsInACall(EmergencyKind kind) {
		for (ContingencyPlan.Step step : StandardPlans.plan(kind).steps()) {
			if (step.contact() != null) {
				assertThat(step.title().zh()).as(step.id()).contains(step.contact());
			}
			else {
				assertThat(step.id()).doesNotContainPattern("\\d");
			}
		}
	}

	private static void fits(Label label, int chinese, int english) {
		assertThat(label.zh().replace("{zone}", "")).as(label.zh()).isNotBlank().hasSizeLessThanOrEqualTo(chinese);
		assertThat(label.en()).as(label.en()).isNotBlank().hasSizeLessThanOrEqualTo(english);
	}

}
