package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRefusal.Reason;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.Score;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import io.hallcommand.core.window.WindowStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a hall does in an emergency: two zones, tax in A, care in B.
 */
class EmergencyLifeTest {

	private static final HallZoneId A = new HallZoneId("A");

	private static final HallZoneId B = new HallZoneId("B");

	private final Story story = Story.live().plan(plan());

	private int orders;

	@AfterEach
	void theJournalGivesTheSameHall() {
		assertThat(this.story.folded().snapshot()).isEqualTo(this.story.hall.snapshot());
		assertThat(Hall.restore(this.story.hall.snapshot()).view()).isEqualTo(this.story.hall.view());
	}

	@Test
	void aStoppedZoneKeepsItsTicketsAndTheTimeOfTheStopIsNoWait() {
		this.story.at("09:00").open("1");
		this.story.open("3");
		this.story.issue("T1", "tax");
		this.story.issue("C1", "care");
		this.story.at("09:05");
		EmergencyId id = declare(EmergencyKind.UTILITY_FAILURE, B);
		assertThat(this.story.window("3").status()).isEqualTo(WindowStatus.SUSPENDED);
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.IDLE);
		assertThat(this.story.queue("care").suspendedSince()).isEqualTo(time("09:05"));
		assertThat(this.story.queue("tax").suspendedSince()).isNull();
		this.story.at("09:30").issue("C2", "care");
		this.story.at("10:05").wake();
		assertThat(alerts("wait-overtime")).extracting((alert) -> alert.cause().subject())
			.as("care waited an hour, but was stopped after five minutes")
			.containsExactly(new Subject.Queue(new QueueId("tax")));
		end(id);
		assertThat(this.story.queue("care").suspendedSince()).isNull();
		assertThat(this.story.queue("care").longestWaitSince()).isEqualTo(time("10:00"));
		assertThat(this.story.queue("care").waiting()).isEqualTo(2);
		assertThat(this.story.window("3").status()).isEqualTo(WindowStatus.IDLE);
		this.story.at("10:06").call("C1", "3");
		this.story.call("T1", "1");
		assertThat(this.story.today().onTimeRate()).as("C1 waited 6 min, T1 66").isEqualTo(0.5);
	}

	@Test
	void alertsOfStoppedZonesAreKeptBackAndComeBackIfTheyStillStand() {
		this.story.at("09:00").open("3");
		this.story.issue("C1", "care");
		this.story.at("09:15").wake();
		assertThat(alerts("wait-overtime")).singleElement()
			.satisfies((alert) -> assertThat(alert.isUnacknowledged()).isTrue());
		EmergencyId id = declare(EmergencyKind.UTILITY_FAILURE, B);
		assertThat(alerts("wait-overtime")).singleElement()
			.satisfies((alert) -> assertThat(alert.state()).isInstanceOf(AlertState.Held.class));
		assertThat(this.story.hall.holds()).singleElement()
			.satisfies((hold) -> assertThat(hold.id()).isEqualTo(id.value()));
		// The fire spreads: the hold follows
		on(id, new EmergencyAction.Instruct(Instruction.KEEP_AWAY, List.of(A, B), null, null));
		assertThat(this.story.hall.holds()).singleElement()
			.satisfies((hold) -> assertThat(hold.scope().zones()).containsExactly(A, B));
		end(id);
		assertThat(this.story.hall.holds()).isEmpty();
		this.story.at("09:16").wake();
		assertThat(alerts("wait-overtime")).as("it had waited 15 of 10 minutes before")
			.last()
			.satisfies((alert) -> assertThat(alert.isUnacknowledged()).isTrue());
	}

	@Test
	void stepsFollowEachOtherAndWhatIsLateRaisesAnAlertUntilItIsDone() {
		this.story.at("09:00");
		plan(EmergencyKind.FIRE, step("call", 60), step("lead", 120), step("count", 120, "lead"));
		EmergencyId id = declare(EmergencyKind.FIRE);
		assertThat(on(id, new EmergencyAction.Tick("count", "all out")).refusal())
			.satisfies(because(Reason.STEP_WAITS));
		assertThat(this.story.journal.getLast().event()).as("its note is kept")
			.isEqualTo(new HallEvent.EmergencyMoved(new EmergencyEvent.Noted(id, "zhou", "all out")));
		this.story.at("09:01").wake();
		assertThat(alerts("step-overdue")).singleElement().satisfies((alert) -> {
			assertThat(alert.reach().title()).isEqualTo(new Label("处置超时：call", "Step overdue: call"));
			assertThat(alert.zones()).isEmpty();
			assertThat(alert.isUnacknowledged()).as("the hold of the emergency does not keep it back").isTrue();
		});
		this.story.at("09:01:30");
		on(id, new EmergencyAction.Tick("call", null));
		assertThat(open("step-overdue")).isEmpty();
		assertThat(on(id, new EmergencyAction.Tick("call", null)).refusal()).satisfies(because(Reason.ALREADY_DONE));
		on(id, new EmergencyAction.Tick("lead", null));
		this.story.at("09:03:29").wake();
		assertThat(open("step-overdue")).as("counting could begin at 09:01:30").isEmpty();
		this.story.at("09:03:30").wake();
		assertThat(open("step-overdue")).hasSize(1);
		on(id, new EmergencyAction.Skip("count", "nobody was there"));
		assertThat(open("step-overdue")).isEmpty();
		on(id, new EmergencyAction.Reopen("call", "wrong number"));
		assertThat(open("step-overdue")).as("it is late again at once").hasSize(1);
		Score score = Score.of(emergency(id));
		assertThat(score.of()).as("what was left out does not count").isEqualTo(2);
		assertThat(score.within()).isEqualTo(1);
		assertThat(Objects.requireNonNull(score.steps().get("lead")).tookSeconds()).isEqualTo(90);
	}

	@Test
	void theEndNeedsTwoOfficersAndMayBeTakenBack() {
		EmergencyId id = declare(EmergencyKind.FIRE);
		on(id, new EmergencyAction.End(Outcome.RESOLVED, null));
		assertThat(emergency(id).state()).isInstanceOf(EmergencyState.Ending.class);
		assertThat(this.story.window("1").status()).as("still stopped").isEqualTo(WindowStatus.SUSPENDED);
		assertThat(on(id, new EmergencyAction.End(Outcome.RESOLVED, null)).refusal())
			.satisfies(because(Reason.SAME_OFFICER));
		by("li", id, new EmergencyAction.Continue("it burns again"));
		assertThat(emergency(id).state()).isInstanceOf(EmergencyState.Active.class);
		assertThat(on(id, new EmergencyAction.Continue(null)).refusal()).satisfies(because(Reason.NOT_PROPOSED));
		by("li", id, new EmergencyAction.End(Outcome.RESOLVED, null));
		on(id, new EmergencyAction.End(Outcome.FALSE_ALARM, "steam"));
		assertThat(emergency(id).state()).as("another outcome is another proposal")
			.isEqualTo(new EmergencyState.Ending(Outcome.FALSE_ALARM, "zhou", time("08:00")));
		by("li", id, new EmergencyAction.End(Outcome.FALSE_ALARM, null));
		assertThat(emergency(id).state()).isEqualTo(new EmergencyState.Ended(Outcome.FALSE_ALARM, "li", time("08:00")));
		assertThat(on(id, new EmergencyAction.Tick("call-119", null)).refusal()).satisfies(because(Reason.NOT_ACTIVE));
	}

	@Test
	void reportsHaveTheirTimesAndTheEmergencyIsClosedWhenAllIsFiled() {
		this.story.at("09:00");
		EmergencyId id = declare(EmergencyKind.FIRE);
		this.story.at("09:45").wake();
		assertThat(open("report-due")).as("three quarters of the hour").hasSize(1);
		on(id, new EmergencyAction.File(ReportKind.FIRST, "Fire in zone B"));
		assertThat(open("report-due")).isEmpty();
		assertThat(emergency(id).reportDue(ReportKind.FOLLOW_UP)).isEqualTo(time("09:45").plus(Duration.ofDays(1)));
		assertThat(on(id, new EmergencyAction.File(ReportKind.FIRST, "again")).refusal())
			.satisfies(because(Reason.ALREADY_DONE));
		assertThat(on(id, new EmergencyAction.File(ReportKind.FINAL, "over")).refusal())
			.satisfies(because(Reason.NOT_ENDED));
		on(id, new EmergencyAction.File(ReportKind.FOLLOW_UP, "under control"));
		on(id, new EmergencyAction.File(ReportKind.FOLLOW_UP, "out"));
		assertThat(on(id, new EmergencyAction.Close(null)).refusal()).satisfies(because(Reason.NOT_ENDED));
		end(id);
		assertThat(on(id, new EmergencyAction.Close(null)).refusal()).satisfies(because(Reason.FINAL_REPORT_MISSING));
		on(id, new EmergencyAction.File(ReportKind.FINAL, "A kettle."));
		on(id, new EmergencyAction.NoteFinding("No extinguisher at window 3", "wang", LocalDate.of(2026, 11, 21)));
		on(id, new EmergencyAction.Close("reviewed"));
		assertThat(emergency(id).state()).isInstanceOf(EmergencyState.Closed.class);
		this.story.on(LocalDate.of(2026, 11, 22), "00:00").wake();
		assertThat(open("finding-due")).as("the day after its last day").hasSize(1);
		on(id, new EmergencyAction.Mend("f1", "bought two"));
		assertThat(open("finding-due")).isEmpty();
		assertThat(on(id, new EmergencyAction.Mend("f1", null)).refusal()).satisfies(because(Reason.ALREADY_DONE));
		assertThat(emergency(id).timeline().last().getLast().event())
			.isEqualTo(new EmergencyEvent.FindingMended(id, "zhou", "f1", "bought two"));
	}

	@Test
	void anotherReportOfTheSameJoinsItAndTwoThatTurnOutToBeOneAreMerged() {
		EmergencyId id = declare(EmergencyKind.FIRE, B);
		EmergencyId alias = declare(EmergencyKind.FIRE);
		assertThat(alias).as("the whole hall holds zone B").isEqualTo(id);
		assertThat(emergency(id).scene().sightings()).isEqualTo(2);
		EmergencyId elsewhere = declare(EmergencyKind.FIRE, A);
		assertThat(elsewhere).as("zone A is another place").isNotEqualTo(id);
		assertThat(declareDrill(EmergencyKind.FIRE, B)).as("a drill is never the same").isNotEqualTo(id);
		assertThat(on(elsewhere, new EmergencyAction.Merge(elsewhere, null)).refusal())
			.satisfies(because(Reason.SAME_EMERGENCY));
		on(elsewhere, new EmergencyAction.Merge(id, "one smoke"));
		assertThat(emergency(id).scene().sightings()).isEqualTo(3);
		assertThat(this.story.hall.emergency(elsewhere)).extracting((each) -> each.state())
			.isEqualTo(new EmergencyState.Closed(Outcome.MERGED, time("08:00"), "zhou", time("08:00"), id));
	}

	@Test
	void aDeviceThatSignalsDeclaresAndItsRepetitionsAreNoNewReports() {
		for (int i = 0; i < 5; i++) {
			this.story.tell(new HallEvent.EmergencySignalled(EmergencyKind.GAS_LEAK, B, "detector 7", false));
		}
		assertThat(this.story.hall.emergencies()).singleElement().satisfies((each) -> {
			assertThat(each.declaration().source()).isEqualTo("test");
			assertThat(each.declaration().by()).isEqualTo(EventKey.HALL);
			assertThat(each.scene().sightings()).isEqualTo(1);
			assertThat(each.headline()).isEqualTo(new Label("B 区毒气泄漏", "Gas leak in Zone B"));
		});
		this.story.tell(new HallEvent.EmergencySignalled(EmergencyKind.FIRE, new HallZoneId("Q"), null, false));
		assertThat(this.story.today().anomalies()).as("an unknown zone is odd").isEqualTo(1);
		assertThat(List.copyOf(this.story.hall.emergencies()).getLast().declaration().zones())
			.as("and means the whole hall")
			.isEmpty();
	}

	@Test
	void aPlannedDrillBeginsByItselfAndOneThatCannotIsCancelled() {
		order("boss", new EmergencyOrder.PlanDrill(EmergencyKind.FIRE, List.of(B), time("10:00"), "quarterly"));
		order("boss", new EmergencyOrder.PlanDrill(EmergencyKind.EXPLOSION, List.of(A), time("10:30"), null));
		assertThat(this.story.hall.nextAlarm()).isEqualTo(time("10:00"));
		this.story.at("10:00").wake();
		assertThat(this.story.hall.emergencies()).singleElement().satisfies((each) -> {
			assertThat(each.drill()).isTrue();
			assertThat(each.declaration().at()).isEqualTo(time("10:00"));
			assertThat(each.declaration().what()).isEqualTo("quarterly");
		});
		HallPlan all = plan();
		this.story.plan(new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(), null,
				List.of(all.zones().getLast()), all.queues(), List.of(window("3", "B", "care"))));
		this.story.at("10:30").wake();
		assertThat(this.story.hall.emergencies()).as("its zone is gone").hasSize(1);
		assertThat(this.story.hall.view().drills()).isEmpty();
		this.story.at("10:02").wake();
		assertThat(alerts("step-overdue")).isNotEmpty().allSatisfy((alert) -> {
			assertThat(alert.reach().title().zh()).startsWith("【演练】");
			assertThat(alert.cause().subject()).isInstanceOfSatisfying(Subject.Task.class,
					(task) -> assertThat(task.drill()).isTrue());
		});
	}

	@Test
	void aRunningEmergencyKeepsThePlanItBeganWith() {
		plan(EmergencyKind.FIRE, step("one", 60));
		EmergencyId id = declare(EmergencyKind.FIRE, B);
		plan(EmergencyKind.FIRE, step("two", 60));
		EmergencyId next = declare(EmergencyKind.FIRE, A);
		assertThat(emergency(id).edition()).isEqualTo(1);
		assertThat(emergency(id).plan().step("one")).isNotNull();
		assertThat(emergency(next).edition()).isEqualTo(2);
		assertThat(emergency(next).plan().step("two")).isNotNull();
		order("boss", new EmergencyOrder.ReplacePlan(EmergencyKind.FIRE, null));
		assertThat(this.story.hall.contingencyPlans().plan(EmergencyKind.FIRE).step("call-119")).isNotNull();
		assertThat(this.story.hall.contingencyPlans().edition(EmergencyKind.FIRE)).isEqualTo(3);
	}

	@Test
	void itIsGradedOnThreeScalesAndTheGraveOnesAreSeenAbove() {
		EmergencyId id = declare(EmergencyKind.SUDDEN_ILLNESS, B);
		assertThat(emergency(id).severe()).isFalse();
		on(id, new EmergencyAction.Grade(EventSeverity.SERIOUS, Optional.of(WarningLevel.RED), null, "many"));
		assertThat(emergency(id).severe()).isTrue();
		assertThat(emergency(id).scene().warningLevel()).isEqualTo(WarningLevel.RED);
		on(id, new EmergencyAction.Grade(null, Optional.empty(), null, "less"));
		assertThat(emergency(id).scene().warningLevel()).isNull();
		assertThat(emergency(id).scene().severity()).isEqualTo(EventSeverity.SERIOUS);
		Below below = new Below("county", new Label("县", "County"), id, EmergencyKind.FIRE, false,
				new Label("火警", "Fire"), EventSeverity.LARGE, Instruction.EVACUATE, false, false, time("08:00"), 3);
		order(EventKey.HALL, new EmergencyOrder.Tell(below));
		assertThat(order(EventKey.HALL, new EmergencyOrder.Tell(below)).events()).as("told twice, written once")
			.isEmpty();
		assertThat(this.story.hall.view().below()).containsExactly(below);
		order(EventKey.HALL, new EmergencyOrder.Tell(new Below("county", below.name(), id, below.kind(), false,
				below.headline(), below.severity(), below.instruction(), false, true, below.since(), 5)));
		assertThat(this.story.hall.view().below()).isEmpty();
		assertThat(order(EventKey.HALL, new EmergencyOrder.Tell(below)).events()).as("old news").isEmpty();
		assertThat(this.story.hall.view().below()).isEmpty();
	}

	@Test
	void whatTheHallDoesNotHaveIsRefused() {
		EmergencyId id = declare(EmergencyKind.FIRE);
		assertThat(order("zhou", new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(new HallZoneId("Q")), null,
				null, null, false, false, null))
			.refusal()).satisfies(because(Reason.UNKNOWN_ZONE));
		assertThat(on(id, new EmergencyAction.Instruct(Instruction.EVACUATE, null, List.of("moon"), null)).refusal())
			.satisfies(because(Reason.UNKNOWN_EXIT));
		assertThat(on(new EmergencyId("e-none"), new EmergencyAction.WriteNote("x")).refusal())
			.satisfies(because(Reason.UNKNOWN_EMERGENCY));
		assertThat(order("boss", new EmergencyOrder.CancelDrill("d1")).refusal())
			.satisfies(because(Reason.UNKNOWN_DRILL));
		for (int i = 0; i < 19; i++) {
			declareSeparately();
		}
		assertThat(order("zhou",
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), null, null, null, false, true, null))
			.refusal()).satisfies(because(Reason.TOO_MANY));
	}

	@Test
	void closedOnesGoOutOfSightAndScreensAreTold() {
		for (int i = 0; i < 5; i++) {
			EmergencyId id = declareSeparately();
			end(id);
			on(id, new EmergencyAction.File(ReportKind.FINAL, "over"));
			this.story.hall.takeFrame();
			on(id, new EmergencyAction.Close(null));
		}
		assertThat(this.story.hall.emergencies()).hasSize(3);
		assertThat(this.story.hall.takeFrame()).isInstanceOfSatisfying(HallPatch.class,
				(patch) -> assertThat(patch.emergencies().values()).as("one is gone").containsNull());
	}

	private EmergencyId declare(EmergencyKind kind, HallZoneId... zones) {
		return id(order("zhou",
				new EmergencyOrder.Declare(kind, List.of(zones), null, "smoke", null, false, false, null)));
	}

	private EmergencyId declareDrill(EmergencyKind kind, HallZoneId... zones) {
		return id(order("zhou", new EmergencyOrder.Declare(kind, List.of(zones), null, null, null, true, false, null)));
	}

	private EmergencyId declareSeparately() {
		return id(order("zhou",
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), null, null, null, false, true, null)));
	}

	/** By one officer, or by two if it needs them. */
	private void end(EmergencyId id) {
		on(id, new EmergencyAction.End(Outcome.RESOLVED, null));
		if (emergency(id).runs()) {
			by("li", id, new EmergencyAction.End(Outcome.RESOLVED, null));
		}
		assertThat(emergency(id).runs()).isFalse();
	}

	private void plan(EmergencyKind kind, ContingencyPlan.Step... steps) {
		ContingencyPlan standard = this.story.hall.contingencyPlans().plan(kind);
		order("boss",
				new EmergencyOrder.ReplacePlan(kind,
						new ContingencyPlan(standard.title(), standard.severity(), null, standard.instruction(), false,
								true, true, List.of(steps), standard.wall(), 3600, 86_400, 86_400, "test")));
	}

	private static ContingencyPlan.Step step(String id, int seconds, String... after) {
		return new ContingencyPlan.Step(id, new Label(id, id), EmergencyRole.SECURITY, null, seconds, List.of(after));
	}

	private EmergencyAnswer on(EmergencyId id, EmergencyAction action) {
		return by("zhou", id, action);
	}

	private EmergencyAnswer by(String officer, EmergencyId id, EmergencyAction action) {
		return order(officer, new EmergencyOrder.OnEmergency(id, action));
	}

	private EmergencyAnswer order(String officer, EmergencyOrder order) {
		Instant now = this.story.now();
		EmergencyAnswer answer = this.story.hall.emergency(order, officer,
				EventKey.ofOrder(officer, "m" + this.orders++), now, now);
		this.story.journal.addAll(answer.entries());
		return answer;
	}

	private static EmergencyId id(EmergencyAnswer answer) {
		assertThat(answer.refusal()).isNull();
		return Objects.requireNonNull(answer.emergency()).id();
	}

	private Emergency emergency(EmergencyId id) {
		return Objects.requireNonNull(this.story.hall.emergency(id));
	}

	private List<Alert> alerts(String rule) {
		return this.story.hall.alerts().stream().filter((alert) -> alert.cause().rule().equals(rule)).toList();
	}

	private List<Alert> open(String rule) {
		return alerts(rule).stream().filter(Alert::active).toList();
	}

	private static java.util.function.Consumer<@Nullable Object> because(Reason reason) {
		return (refusal) -> assertThat(refusal).extracting("reason").isEqualTo(reason);
	}

	private static Instant time(String time) {
		return Story.instant(Story.DAY, time);
	}

	private static HallPlan plan() {
		HallPlan small = Plans.small(HallClock.LIVE);
		List<HallPlan.Zone> zones = new ArrayList<>(small.zones());
		zones.add(new HallPlan.Zone(B, new Label("B 区", "Zone B")));
		return new HallPlan(small.hall(), small.name(), small.level(), null, small.timeZone(), small.clock(), null,
				zones, small.queues(), List.of(window("1", "A", "tax"), window("3", "B", "care")));
	}

	private static HallPlan.Window window(String id, String zone, String queue) {
		return new HallPlan.Window(new WindowId(id), new Label(id, id), new HallZoneId(zone), WindowKind.COMPREHENSIVE,
				List.of(new QueueId(queue)), null);
	}

}
