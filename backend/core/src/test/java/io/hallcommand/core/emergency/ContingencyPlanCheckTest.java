package io.hallcommand.core.emergency;

import java.util.Collections;
import java.util.List;

import io.hallcommand.core.place.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContingencyPlanCheckTest {

	private static final Label TEXT = new Label("文", "text");

	@Test
	void aPlanOfOneStepIsEnough() {
		assertThat(fields(plan(step("a")))).isEmpty();
	}

	@Test
	void stepsAreOneToSixty() {
		assertThat(fields(plan())).containsExactly("steps");
		ContingencyPlan.Step[] many = new ContingencyPlan.Step[61];
		for (int i = 0; i < many.length; i++) {
			many[i] = step("s" + i);
		}
		assertThat(fields(plan(many))).containsExactly("steps");
	}

	@Test
	void idsAreIdsAndStandOnce() {
		assertThat(fields(plan(step("a"), step("a"), step("no spaces"), step("")))).containsExactly("steps[1].id",
				"steps[2].id", "steps[3].id");
	}

	@Test
	void whatComesBeforeIsAStepNamedOnce() {
		assertThat(fields(plan(step("a"), step("b", "a", "a"), step("c", "nobody")))).containsExactly("steps[1].after",
				"steps[2].after");
	}

	@Test
	void noStepComesAfterItself() {
		assertThat(fields(plan(step("a"), step("b", "b")))).containsExactly("steps[1].after");
		assertThat(fields(plan(step("a", "c"), step("b", "a"), step("c", "b"), step("d", "c"), step("e"))))
			.containsExactly("steps[0].after", "steps[1].after", "steps[2].after", "steps[3].after");
		assertThat(fields(plan(step("d", "b", "c"), step("b", "a"), step("c", "a"), step("a")))).isEmpty();
	}

	@Test
	void timesAreTenSecondsToAWeek() {
		ContingencyPlan.Step hasty = new ContingencyPlan.Step("a", TEXT, EmergencyRole.LIAISON, null, 9, List.of());
		ContingencyPlan.Step slow = new ContingencyPlan.Step("b", TEXT, EmergencyRole.LIAISON, null, 604_801,
				List.of());
		assertThat(fields(plan(hasty, slow))).containsExactly("steps[0].targetSeconds", "steps[1].targetSeconds");
		assertThat(fields(plan(TEXT, List.of(step("a")), wall(TEXT, 4), 0, 10, 604_800, "team default")))
			.containsExactly("firstReportSeconds");
		assertThat(fields(plan(TEXT, List.of(step("a")), wall(TEXT, 4), 10, 9, 604_801, "team default")))
			.containsExactly("followUpSeconds", "finalReportSeconds");
	}

	@Test
	void textsAreThereAndFitTheirPlace() {
		Label none = new Label(" ", "");
		Label longer = new Label("长".repeat(81), "long");
		ContingencyPlan.Step untold = new ContingencyPlan.Step("a", none, EmergencyRole.LIAISON, "1".repeat(41), 10,
				List.of());
		assertThat(fields(plan(longer, List.of(untold), wall(none, 1), 10, 10, 10, " "))).containsExactly("title",
				"steps[0].title", "steps[0].contact", "wall.action", "wall.rules[0]", "basis");
		assertThat(fields(plan(TEXT, List.of(step("a")), wall(TEXT, 5), 10, 10, 10, "b".repeat(501))))
			.containsExactly("wall.rules", "basis");
	}

	private static List<String> fields(ContingencyPlan plan) {
		return ContingencyPlanCheck.problems(plan).stream().map(ContingencyPlanCheck.Problem::field).toList();
	}

	private static ContingencyPlan.Step step(String id, String... after) {
		return new ContingencyPlan.Step(id, TEXT, EmergencyRole.LIAISON, "119", 60, List.of(after));
	}

	private static ContingencyPlan.WallText wall(Label label, int rules) {
		return new ContingencyPlan.WallText(label, TEXT, Collections.nCopies(rules, label));
	}

	private static ContingencyPlan plan(ContingencyPlan.Step... steps) {
		return plan(TEXT, List.of(steps), wall(TEXT, 2), 3_600, 86_400, 86_400, "team default");
	}

	private static ContingencyPlan plan(Label title, List<ContingencyPlan.Step> steps, ContingencyPlan.WallText wall,
			int first, int followUp, int last, String basis) {
		return new ContingencyPlan(title, EventSeverity.ORDINARY, null, Instruction.NONE, false, false, false, steps,
				wall, first, followUp, last, basis);
	}

}
