package io.hallcommand.core.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * Writes a standard plan in the order in which people read it. What is not said is the
 * mildest: an ordinary incident, for its zones only, that one officer may end.
 */
final class PlanBuilder {

	private static final int DAY = 86_400;

	/** A phone call from the scene to those above. */
	private static final int REPORT_BY_PHONE = 900;

	private final Label title;

	private final Instruction instruction;

	private final List<ContingencyPlan.Step> steps = new ArrayList<>();

	private final List<Label> rules = new ArrayList<>();

	private EventSeverity severity = EventSeverity.ORDINARY;

	private ResponseLevel responseLevel = ResponseLevel.LEVEL_4;

	private boolean wholeHall;

	private boolean stopsService;

	private boolean endNeedsTwo;

	private @Nullable Label action;

	private @Nullable Label elsewhere;

	private PlanBuilder(Label title, Instruction instruction) {
		this.title = title;
		this.instruction = instruction;
	}

	static PlanBuilder plan(String zh, String en, Instruction instruction) {
		return new PlanBuilder(new Label(zh, en), instruction);
	}

	PlanBuilder scales(EventSeverity severity, ResponseLevel responseLevel) {
		this.severity = severity;
		this.responseLevel = responseLevel;
		return this;
	}

	PlanBuilder wholeHall() {
		this.wholeHall = true;
		return this;
	}

	PlanBuilder stopsService() {
		this.stopsService = true;
		return this;
	}

	PlanBuilder endNeedsTwo() {
		this.endNeedsTwo = true;
		return this;
	}

	/** What those read who are affected. */
	PlanBuilder action(String zh, String en) {
		this.action = new Label(zh, en);
		return this;
	}

	/** What all others read. */
	PlanBuilder elsewhere(String zh, String en) {
		this.elsewhere = new Label(zh, en);
		return this;
	}

	PlanBuilder rule(String zh, String en) {
		this.rules.add(new Label(zh, en));
		return this;
	}

	PlanBuilder step(String id, EmergencyRole role, int targetSeconds, String zh, String en, String... after) {
		this.steps.add(new ContingencyPlan.Step(id, new Label(zh, en), role, null, targetSeconds, List.of(after)));
		return this;
	}

	PlanBuilder call(String id, EmergencyRole role, String number, int targetSeconds, String zh, String en,
			String... after) {
		this.steps.add(new ContingencyPlan.Step(id, new Label(zh, en), role, number, targetSeconds, List.of(after)));
		return this;
	}

	PlanBuilder muster(int targetSeconds, String... after) {
		return step("muster", EmergencyRole.EVACUATION, targetSeconds, "清点人数，逐区确认清空",
				"Count the people, find each zone empty", after);
	}

	PlanBuilder reportUp() {
		return step("report-up", EmergencyRole.LIAISON, REPORT_BY_PHONE, "电话报告上级和主管部门",
				"Report to those above by phone");
	}

	PlanBuilder keepTickets(int targetSeconds, String... after) {
		return step("keep-tickets", EmergencyRole.SERVICE, targetSeconds, "告知群众：票号保留，恢复后优先",
				"Tell visitors: tickets stay valid, first in line later", after);
	}

	/**
	 * @param firstReportSeconds when the first report is due in writing
	 * @param basis what backs the numbers; all others are the team's
	 */
	ContingencyPlan reports(int firstReportSeconds, String basis) {
		return new ContingencyPlan(this.title, this.severity, this.responseLevel, this.instruction, this.wholeHall,
				this.stopsService, this.endNeedsTwo, this.steps,
				new ContingencyPlan.WallText(Objects.requireNonNull(this.action),
						Objects.requireNonNull(this.elsewhere), this.rules),
				firstReportSeconds, DAY, DAY, basis);
	}

}
