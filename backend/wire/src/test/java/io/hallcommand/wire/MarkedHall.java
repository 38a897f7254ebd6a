package io.hallcommand.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;

/**
 * A hall in which all that names staff, or that staff say or are told, bears a mark.
 */
final class MarkedHall {

	static final String MARK = "li-qiang-13800000000";

	private static final Label LABEL = new Label(MARK, MARK);

	private static final List<HallZoneId> ZONE = List.of(new HallZoneId("A"));

	final Hall hall = Hall.empty(new HallId("h"));

	private Instant now = Instant.parse("2026-11-20T01:00:00Z");

	private int ids;

	/** To be run in this order. */
	List<Runnable> steps() {
		EmergencyId fire = declared("fire");
		EmergencyId gas = declared("gas");
		List<Runnable> steps = new ArrayList<>();
		steps.add(() -> this.hall.plan(RandomHall.plan(RandomHall.PLAN), "test", key(), this.now));
		steps.add(() -> this.hall.roster(
				List.of(new Shift("s1", officer(1), MARK, Duty.OFFICER, ZONE, this.now, this.now.plusSeconds(3600))),
				officer(1), key(), this.now));
		steps.add(() -> tell("window.opened", "\"window\":\"1\",\"staff\":\"" + MARK + "\""));
		steps.add(() -> tell("window.opened", "\"window\":\"2\",\"staff\":\"" + MARK + "\""));
		steps.add(() -> tell("staff.left", "\"window\":\"2\""));
		steps.add(() -> tell("window.paused", "\"window\":\"1\",\"reason\":\"" + MARK + "\""));
		steps.add(() -> tell("ticket.issued", "\"ticket\":\"T1\",\"queue\":\"tax\""));
		steps.add(this::alerts);
		steps.add(() -> order(new Order.PlaceHold(Hold.Kind.OUT_OF_SERVICE, Scope.HALL, List.of(), MARK)));
		steps.add(() -> emergency(1, "plan", new EmergencyOrder.ReplacePlan(EmergencyKind.FIRE, marked())));
		steps.add(() -> emergency(1, "drill",
				new EmergencyOrder.PlanDrill(EmergencyKind.FIRE, ZONE, this.now.plus(Duration.ofDays(1)), MARK)));
		steps.add(() -> emergency(1, "below",
				new EmergencyOrder.Tell(new Below("county", LABEL, EmergencyId.of("x", "1"), EmergencyKind.FIRE, false,
						LABEL, EventSeverity.SERIOUS, Instruction.EVACUATE, false, false, this.now, 1))));
		steps.add(() -> emergency(1, "fire",
				new EmergencyOrder.Declare(EmergencyKind.FIRE, ZONE, null, MARK, MARK, false, false, null)));
		String step = marked().steps().getFirst().id();
		String other = marked().steps().getLast().id();
		for (EmergencyAction action : List.of(new EmergencyAction.WriteNote(MARK),
				new EmergencyAction.Assign(MARK, EmergencyRole.MEDICAL, null),
				new EmergencyAction.Assign(MARK, null, step), new EmergencyAction.Tick(step, MARK),
				new EmergencyAction.Skip(other, MARK), new EmergencyAction.Count(3, 2, null, 1),
				new EmergencyAction.MusterZone(ZONE.getFirst(), false, 7, MARK),
				new EmergencyAction.Grade(EventSeverity.SERIOUS, Optional.of(WarningLevel.RED), null, MARK),
				new EmergencyAction.Instruct(Instruction.EVACUATE, ZONE, null, MARK),
				new EmergencyAction.File(ReportKind.FIRST, MARK),
				new EmergencyAction.NoteFinding(MARK, MARK, LocalDate.of(2026, 12, 1)),
				new EmergencyAction.Mend("f1", MARK), new EmergencyAction.End(Outcome.RESOLVED, MARK))) {
			steps.add(() -> act(1, fire, action));
		}
		steps.add(() -> act(2, fire, new EmergencyAction.End(Outcome.RESOLVED, MARK)));
		steps.add(() -> act(2, fire, new EmergencyAction.File(ReportKind.FINAL, MARK)));
		steps.add(() -> act(2, fire, new EmergencyAction.Close(MARK)));
		steps.add(() -> emergency(1, "gas",
				new EmergencyOrder.Declare(EmergencyKind.GAS_LEAK, List.of(), null, MARK, MARK, false, false, null)));
		steps.add(() -> act(1, gas, new EmergencyAction.End(Outcome.FALSE_ALARM, MARK)));
		return steps;
	}

	/** Somebody has waited too long, and an officer has something to say about it. */
	private void alerts() {
		this.now = this.now.plus(Duration.ofHours(2));
		this.hall.wake(this.now);
		List.copyOf(this.hall.alerts()).forEach((alert) -> {
			order(new Order.OnAlert(alert.id(), new AlertAction.Acknowledge(MARK)));
			order(new Order.OnAlert(alert.id(), new AlertAction.Assign(MARK, MARK)));
		});
	}

	/** The plan for a fire with numbers to call. */
	private ContingencyPlan marked() {
		ContingencyPlan plan = this.hall.contingencyPlans().plan(EmergencyKind.FIRE);
		return new ContingencyPlan(plan.title(), plan.severity(), plan.responseLevel(), plan.instruction(),
				plan.wholeHall(), plan.stopsService(), plan.endNeedsTwo(),
				plan.steps()
					.stream()
					.map((step) -> new ContingencyPlan.Step(step.id(), LABEL, step.role(), MARK, step.targetSeconds(),
							step.after()))
					.toList(),
				plan.wall(), plan.firstReportSeconds(), plan.followUpSeconds(), plan.finalReportSeconds(), MARK);
	}

	private void tell(String type, String data) {
		this.now = this.now.plusSeconds(1);
		String json = "{\"id\":\"x\",\"source\":\"d\",\"type\":\"" + type + "\",\"data\":{" + data + "}}";
		if (ReportJson.read(HallJson.mapper().readTree(json)) instanceof ReportJson.Read read) {
			this.hall.report(new Report(key(), this.now, read.report().fact()), this.now);
		}
		else {
			throw new AssertionError(json);
		}
	}

	private void order(Order order) {
		this.now = this.now.plusSeconds(1);
		this.hall.order(order, officer(1), key(), this.now);
	}

	private void act(int officer, EmergencyId emergency, EmergencyAction action) {
		emergency(officer, "o" + this.ids++, new EmergencyOrder.OnEmergency(emergency, action));
	}

	private void emergency(int officer, String id, EmergencyOrder order) {
		this.now = this.now.plusSeconds(1);
		this.hall.emergency(order, officer(officer), EventKey.ofOrder(officer(officer), id), this.now, this.now);
	}

	/** The id of what the first officer declares so. */
	private static EmergencyId declared(String id) {
		EventKey key = EventKey.ofOrder(officer(1), id);
		return EmergencyId.of(key.source(), key.id());
	}

	private EventKey key() {
		return new EventKey("test", "k" + this.ids++);
	}

	private static String officer(int number) {
		return MARK + "-" + number;
	}

}
