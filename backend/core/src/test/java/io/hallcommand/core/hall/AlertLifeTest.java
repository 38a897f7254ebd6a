package io.hallcommand.core.hall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.AlertTexts;
import io.hallcommand.core.alert.Care;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Refusal.Reason;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The life of an alert, state by state and move by move, after the table of ISA-18.2: a
 * queue's wait is over a limit of 5 minutes, and critical from 10 on.
 */
class AlertLifeTest {

	private static final AlertRule WAIT = new AlertRule("wait", AlertKind.WAIT_OVERTIME, true, Scope.HALL, Unit.SECONDS,
			List.of(new AlertRule.Level(300, Severity.MAJOR), new AlertRule.Level(600, Severity.CRITICAL)), 0, 0, null,
			List.of(new AlertRule.Step(120, Duty.MANAGER, Severity.MINOR),
					new AlertRule.Step(240, Duty.UPPER, Severity.CRITICAL)),
			600, new Label("等", "wait"), new Label("开", "open"), "test");

	private final Story story = Story.live().rules(new AlertPolicy(OpeningHours.ALWAYS, List.of(WAIT)));

	/** What happens, in the words of the table. */
	private enum Move {

		ALARM, CLEAR, WORSE, ACKNOWLEDGE, ACKNOWLEDGE_AGAIN, CLOSE, SHELVE, UNSHELVE, SHELF_ENDS, HOLD, LIFT, NOTE

	}

	static Stream<Arguments> table() {
		String unacknowledged = "UNACKNOWLEDGED";
		return Stream.of(
				// Normal → unacknowledged → acknowledged → normal
				arguments(List.of(Move.ALARM), unacknowledged, null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE), "ACKNOWLEDGED", null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.CLEAR), "CLOSED", null),
				// Cleared, unacknowledged: normal by an acknowledgement, or an alarm
				// again
				arguments(List.of(Move.ALARM, Move.CLEAR), "CLEARED", null),
				arguments(List.of(Move.ALARM, Move.CLEAR, Move.ACKNOWLEDGE), "CLOSED", null),
				arguments(List.of(Move.ALARM, Move.CLEAR, Move.CLOSE), "CLOSED", null),
				arguments(List.of(Move.ALARM, Move.CLEAR, Move.ALARM), unacknowledged, null),
				// Worse is unacknowledged again
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.WORSE), unacknowledged, null),
				arguments(List.of(Move.ALARM, Move.WORSE), unacknowledged, null),
				// Shelved, from any state; back by the condition of the moment
				arguments(List.of(Move.ALARM, Move.SHELVE), "SHELVED", null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.SHELVE), "SHELVED", null),
				arguments(List.of(Move.ALARM, Move.CLEAR, Move.SHELVE), "SHELVED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.UNSHELVE), unacknowledged, null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.SHELVE, Move.SHELF_ENDS), unacknowledged, null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.CLEAR), "SHELVED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.CLEAR, Move.UNSHELVE), "CLOSED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.CLEAR, Move.SHELF_ENDS), "CLOSED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.CLEAR, Move.ALARM), "SHELVED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.CLEAR, Move.CLOSE), "CLOSED", null),
				// What is put aside and becomes critical comes back
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.WORSE), unacknowledged, null),
				// Suppressed, from any state
				arguments(List.of(Move.ALARM, Move.HOLD), "SUPPRESSED", null),
				arguments(List.of(Move.HOLD, Move.ALARM), "SUPPRESSED", null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.HOLD), "SUPPRESSED", null),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.HOLD), "SUPPRESSED", null),
				arguments(List.of(Move.ALARM, Move.CLEAR, Move.HOLD), "SUPPRESSED", null),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.HOLD, Move.LIFT), unacknowledged, null),
				arguments(List.of(Move.ALARM, Move.HOLD, Move.CLEAR), "SUPPRESSED", null),
				arguments(List.of(Move.ALARM, Move.HOLD, Move.CLEAR, Move.LIFT), "CLOSED", null),
				arguments(List.of(Move.HOLD, Move.ALARM, Move.LIFT), unacknowledged, null),
				// A note changes nothing
				arguments(List.of(Move.ALARM, Move.NOTE), unacknowledged, null),
				// What is refused leaves the state as it is, and says why
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.ACKNOWLEDGE_AGAIN), "ACKNOWLEDGED",
						Reason.ALREADY_ACKNOWLEDGED),
				arguments(List.of(Move.ALARM, Move.CLOSE), unacknowledged, Reason.STILL_ACTIVE),
				arguments(List.of(Move.ALARM, Move.UNSHELVE), unacknowledged, Reason.NOT_SHELVED),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.SHELVE), "SHELVED", Reason.ALREADY_SHELVED),
				arguments(List.of(Move.ALARM, Move.SHELVE, Move.ACKNOWLEDGE), "SHELVED", Reason.ALREADY_SHELVED),
				arguments(List.of(Move.ALARM, Move.WORSE, Move.SHELVE), unacknowledged, Reason.CRITICAL_IS_NOT_SHELVED),
				arguments(List.of(Move.ALARM, Move.HOLD, Move.ACKNOWLEDGE), "SUPPRESSED", Reason.HELD),
				arguments(List.of(Move.ALARM, Move.HOLD, Move.SHELVE), "SUPPRESSED", Reason.HELD),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.CLEAR, Move.ACKNOWLEDGE), "CLOSED",
						Reason.NOT_OPEN),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.CLEAR, Move.SHELVE), "CLOSED", Reason.NOT_OPEN),
				arguments(List.of(Move.ALARM, Move.ACKNOWLEDGE, Move.CLEAR, Move.CLOSE), "CLOSED", Reason.NOT_OPEN));
	}

	@ParameterizedTest
	@MethodSource("table")
	void eachMoveLeadsWhereTheTableSays(List<Move> moves, String state, Reason refusal) {
		int tickets = 0;
		int minute = 0;
		String hold = "";
		Reason refused = null;
		for (Move move : moves) {
			minute++;
			this.story.at("09:%02d".formatted(minute));
			DeskAnswer answer = switch (move) {
				case ALARM -> {
					// It has waited for over five minutes already
					this.story.tell(
							new HallEvent.TicketIssued(new TicketId("T" + ++tickets), new QueueId("tax"), Channel.KIOSK,
									Priority.NORMAL),
							Story.instant(Story.DAY, "09:%02d".formatted(minute)).minusSeconds(310));
					yield null;
				}
				case CLEAR -> {
					this.story.abandon("T" + tickets);
					yield null;
				}
				case WORSE -> {
					minute += 6;
					this.story.at("09:%02d".formatted(minute)).wake();
					yield null;
				}
				case ACKNOWLEDGE -> order("li", new AlertAction.Acknowledge(null));
				case ACKNOWLEDGE_AGAIN -> order("wang", new AlertAction.Acknowledge("me too"));
				case CLOSE -> order("li", new AlertAction.Close(null));
				case SHELVE -> order("li", new AlertAction.Shelve(Duration.ofMinutes(3), "known"));
				case UNSHELVE -> order("li", new AlertAction.Unshelve(null));
				case SHELF_ENDS -> {
					minute += 3;
					this.story.at("09:%02d".formatted(minute)).wake();
					yield null;
				}
				case HOLD ->
					this.story.order("boss", new Order.PlaceHold(Hold.Kind.SUPPRESSED, Scope.HALL, List.of(), "smoke"));
				case LIFT -> this.story.order("boss", new Order.LiftHold(hold));
				case NOTE -> order("li", new AlertAction.WriteNote("on my way"));
			};
			refused = (answer != null && answer.refusal() != null) ? answer.refusal().reason() : null;
			hold = this.story.hall.holds().stream().map(Hold::id).findFirst().orElse(hold);
		}
		assertThat(name(last().state())).isEqualTo(state);
		assertThat(refused).isEqualTo(refusal);
		assertThat(this.story.hall.alerts()).hasSize(1);
		assertThat(this.story.folded().snapshot()).isEqualTo(this.story.hall.snapshot());
		assertThat(Hall.restore(this.story.hall.snapshot()).snapshot()).isEqualTo(this.story.hall.snapshot());
	}

	@Test
	void whoComesSecondIsToldWhoWasFirstAndKeepsTheNote() {
		raise();
		order("li", new AlertAction.Acknowledge("I go"));
		DeskAnswer second = order("wang", new AlertAction.Acknowledge("the printer is jammed"));
		assertThat(second.refusal()).isNotNull()
			.satisfies((refusal) -> assertThat(refusal.by()).isEqualTo("li"),
					(refusal) -> assertThat(refusal.at()).isEqualTo(Story.instant(Story.DAY, "09:05")));
		assertThat(last().care().note())
			.isEqualTo(new Care.Note("the printer is jammed", "wang", Story.instant(Story.DAY, "09:05")));
		assertThat(last().care().assignee()).isEqualTo("li");
	}

	@Test
	void nobodyAcknowledgesSoItGoesToTheManagerAndThenUp() {
		raise();
		assertThat(this.story.hall.nextDeadline()).contains(Story.instant(Story.DAY, "09:07"));
		this.story.at("09:07").wake();
		assertThat(last().care().escalated())
			.isEqualTo(new Care.Escalation(Duty.MANAGER, Story.instant(Story.DAY, "09:07")));
		// The second step is for critical ones: it is critical from 09:10 on, and 4
		// minutes were over at 09:09
		this.story.at("09:09").wake();
		assertThat(last().care().step()).isEqualTo(1);
		this.story.at("09:10").wake();
		assertThat(last().severity()).isEqualTo(Severity.CRITICAL);
		assertThat(last().care().escalated())
			.isEqualTo(new Care.Escalation(Duty.UPPER, Story.instant(Story.DAY, "09:10")));
	}

	@Test
	void whoAcknowledgesAndDoesNothingIsRemindedLessAndLess() {
		raise();
		order("li", new AlertAction.Acknowledge(null));
		this.story.rules(new AlertPolicy(OpeningHours.ALWAYS,
				List.of(new AlertRule("wait", AlertKind.WAIT_OVERTIME, true, Scope.HALL, Unit.SECONDS,
						List.of(new AlertRule.Level(300, Severity.MAJOR)), 0, 0, null, List.of(), 600, WAIT.title(),
						WAIT.guidance(), "test"))));
		List<String> reminded = new ArrayList<>();
		for (int minute = 6; minute < 60; minute++) {
			String now = "09:%02d".formatted(minute);
			int before = last().care().reminders();
			this.story.at(now).wake();
			if (last().care().reminders() > before) {
				reminded.add(now);
			}
		}
		assertThat(reminded).containsExactly("09:15", "09:35");
		assertThat(last().state()).isInstanceOf(AlertState.Acknowledged.class);
	}

	@Test
	void atTheEndOfAShiftAllGoesToTheNextOfficer() {
		raise();
		order("li", new AlertAction.Acknowledge(null));
		DeskAnswer answer = this.story.order("li", new Order.HandOver("chen", "watch window 3"));
		assertThat(answer.events()).hasSize(1);
		assertThat(last().care().assignee()).isEqualTo("chen");
		assertThat(last().state()).isInstanceOf(AlertState.Acknowledged.class);
		assertThat(this.story.order("li", new Order.HandOver("chen", null)).events()).isEmpty();
	}

	@Test
	void aRuleThatIsGoneEndsItsAlerts() {
		raise();
		order("li", new AlertAction.Acknowledge(null));
		this.story.rules(new AlertPolicy(OpeningHours.ALWAYS, List.of()));
		assertThat(last().isClosed()).isTrue();
		this.story.at("10:00").rules(new AlertPolicy(OpeningHours.ALWAYS, List.of(WAIT)));
		assertThat(this.story.hall.alerts()).hasSize(2);
		assertThat(last().isUnacknowledged()).isTrue();
	}

	@Test
	void aQueueThatIsGoneEndsItsAlerts() {
		raise();
		HallPlan plan = Plans.small(HallClock.LIVE);
		this.story.plan(new HallPlan(plan.hall(), plan.name(), plan.level(), null, plan.timeZone(), plan.clock(), null,
				plan.zones(), List.of(Plans.queue("care", 600)), List.of(Plans.window("2", "care"))));
		this.story.at("09:06").wake();
		assertThat(name(last().state())).isEqualTo("CLEARED");
	}

	@Test
	void theWorstAndTheCountAreOfTheWholeQueue() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.at("09:01").issue("T2", "tax");
		this.story.at("09:05").wake();
		assertThat(last().reach().count()).isEqualTo(1);
		assertThat(last().reach().ticket()).hasToString("T1");
		this.story.at("09:08").abandon("T1");
		assertThat(last().active()).isTrue();
		this.story.at("09:09").abandon("T2");
		assertThat(last().active()).isFalse();
		assertThat(last().worst()).isEqualTo(480);
	}

	@Test
	void aHallBelowAsksForHelpOnceAndTakesItBack() {
		Subject.Below below = new Subject.Below("county", new AlertId(7));
		Order ask = new Order.Ask(below, Severity.CRITICAL, new Label("等", "wait"), Story.instant(Story.DAY, "08:50"));
		this.story.at("09:00").order(EventKey.HALL, ask);
		assertThat(this.story.order(EventKey.HALL, ask).entries()).isEmpty();
		assertThat(last().kind()).isEqualTo(AlertKind.BELOW);
		assertThat(last().isUnacknowledged()).isTrue();
		// Another plan of this hall does not end what another hall has
		this.story.plan(Plans.small(HallClock.LIVE)).at("09:01").wake();
		assertThat(last().active()).isTrue();
		order("boss", new AlertAction.Acknowledge(null));
		this.story.order(EventKey.HALL, new Order.Withdraw(below));
		assertThat(last().isClosed()).isTrue();
		assertThat(this.story.folded().snapshot()).isEqualTo(this.story.hall.snapshot());
	}

	@Test
	void aKnownAlertHasItsTexts() {
		raise();
		assertThat(last().texts()).isEqualTo(new AlertTexts(WAIT.guidance(), "test"));
		assertThat(last().zones()).hasToString("[A]");
	}

	private void raise() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.at("09:05").wake();
		assertThat(last().isUnacknowledged()).isTrue();
	}

	private DeskAnswer order(String officer, AlertAction action) {
		return this.story.order(officer, new Order.OnAlert(last().id(), action));
	}

	private Alert last() {
		return List.copyOf(this.story.hall.alerts()).getLast();
	}

	private static String name(AlertState state) {
		return switch (state) {
			case AlertState.Unacknowledged is -> "UNACKNOWLEDGED";
			case AlertState.Acknowledged is -> "ACKNOWLEDGED";
			case AlertState.Cleared is -> "CLEARED";
			case AlertState.Shelved is -> "SHELVED";
			case AlertState.Held is -> is.kind().name();
			case AlertState.Closed is -> "CLOSED";
		};
	}

}
