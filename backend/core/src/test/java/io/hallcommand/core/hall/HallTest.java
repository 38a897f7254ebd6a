package io.hallcommand.core.hall;

import java.time.Duration;
import java.util.List;

import io.hallcommand.core.hall.Anomaly.Kind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HallTest {

	private final Story story = Story.live();

	@Test
	void aVisitIsCountedFromTicketToEnd() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		assertThat(this.story.queue("tax").waiting()).isEqualTo(1);
		this.story.at("09:12").call("T1", "1");
		assertThat(this.story.queue("tax").waiting()).isZero();
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.CALLING);
		this.story.at("09:13").start("T1", "1");
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.SERVING);
		this.story.at("09:18").complete("T1");
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.IDLE);
		assertThat(this.story.queue("tax").figures()).isEqualTo(new QueueFigures(1, 1, 0, 0, 0));
		assertThat(this.story.today().averageWaitSeconds()).isEqualTo(720);
		assertThat(this.story.today().averageServiceSeconds()).isEqualTo(300);
		assertThat(this.story.today().p90WaitSeconds()).isEqualTo(13 * 60);
		assertThat(this.story.today().onTimeRate()).isEqualTo(1);
		assertThat(this.story.today().intervals().toString()).isEqualTo(
				"{09:00=Interval[issued=1, served=0, waiting=0], 09:15=Interval[issued=0, served=1, waiting=0]}");
	}

	@Test
	void theLongestWaitIsThatOfTheOldestTicketStillWaiting() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.at("09:05").issue("T2", "tax");
		assertThat(this.story.queue("tax").longestWaitSince()).isEqualTo(Story.instant(Story.DAY, "09:00"));
		this.story.at("09:06").call("T1", "1");
		assertThat(this.story.queue("tax").longestWaitSince()).isEqualTo(Story.instant(Story.DAY, "09:05"));
		this.story.at("09:07").abandon("T2");
		assertThat(this.story.queue("tax").longestWaitSince()).isNull();
	}

	@Test
	void nobodyIsToldAWaitWhileNoWindowServesTheQueue() {
		this.story.at("09:00").issue("T1", "tax");
		assertThat(this.story.queue("tax").expectedWaitSeconds()).isNull();
		this.story.at("09:01").open("1");
		assertThat(this.story.queue("tax").expectedWaitSeconds()).isEqualTo(600);
		this.story.at("09:02").open("2");
		assertThat(this.story.queue("tax").expectedWaitSeconds()).isEqualTo(400);
		assertThat(this.story.queue("care").expectedWaitSeconds()).isZero();
	}

	@Test
	void aFactThatDoesNotFitIsKeptAndChangesNoCount() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		assertThat(this.story.issue("T1", "tax").anomaly()).extracting(Anomaly::kind).isEqualTo(Kind.TICKET_IN_USE);
		assertThat(this.story.issue("T2", "none").anomaly()).extracting(Anomaly::kind).isEqualTo(Kind.UNKNOWN_QUEUE);
		assertThat(this.story.call("T9", "1").anomaly()).extracting(Anomaly::kind).isEqualTo(Kind.UNKNOWN_TICKET);
		assertThat(this.story.call("T1", "9").anomaly()).extracting(Anomaly::kind).isEqualTo(Kind.UNKNOWN_WINDOW);
		assertThat(this.story.today().total()).isEqualTo(new QueueFigures(1, 0, 0, 0, 0));
		assertThat(this.story.today().anomalies()).isEqualTo(4);
		assertThat(this.story.queue("tax").waiting()).isEqualTo(1);
		assertThat(this.story.journal).hasSize(7);
	}

	@Test
	void twoWindowsCannotServeOneTicket() {
		this.story.at("09:00").open("1");
		this.story.open("2");
		this.story.issue("T1", "tax");
		this.story.call("T1", "1");
		this.story.start("T1", "1");
		JournalEntry second = this.story.start("T1", "2");
		assertThat(second.anomaly()).isEqualTo(new Anomaly(Kind.TICKET_ELSEWHERE, false, "Ticket T1 is at window 1"));
		assertThat(this.story.window("1").ticket()).isEqualTo(new TicketId("T1"));
		assertThat(this.story.window("2").status()).isEqualTo(WindowStatus.IDLE);
	}

	@Test
	void aWindowThatCallsTheNextHasLostTheEndOfTheLast() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		this.story.issue("T2", "tax");
		this.story.start("T1", "1");
		JournalEntry next = this.story.call("T2", "1");
		assertThat(next.anomaly()).extracting(Anomaly::kind, Anomaly::applied).containsExactly(Kind.WINDOW_BUSY, true);
		assertThat(this.story.window("1").ticket()).isEqualTo(new TicketId("T2"));
		assertThat(this.story.queue("tax").figures()).isEqualTo(new QueueFigures(2, 0, 0, 0, 1));
	}

	@Test
	void aWindowThatWorksIsTakenAsOpenThoughNobodySaidSo() {
		this.story.at("09:00").issue("T1", "tax");
		assertThat(this.story.call("T1", "1").anomaly()).extracting(Anomaly::kind, Anomaly::applied)
			.containsExactly(Kind.WINDOW_NOT_OPEN, true);
		assertThat(this.story.window("1").open()).isTrue();
	}

	@Test
	void aClockThatIsOffIsFlaggedAndTheServersTimeTaken() {
		this.story.at("09:00");
		var fact = new HallEvent.WindowOpened(new WindowId("1"), null, null);
		JournalEntry fine = this.story.tell(fact, Story.instant(Story.DAY, "08:50"));
		assertThat(fine.anomaly()).isNull();
		assertThat(fine.time()).isEqualTo(Story.instant(Story.DAY, "08:50"));
		JournalEntry off = this.story.tell(fact, Story.instant(Story.DAY, "09:11"));
		assertThat(off.anomaly()).extracting(Anomaly::kind, Anomaly::applied).containsExactly(Kind.CLOCK_OFF, true);
		assertThat(off.time()).isEqualTo(Story.instant(Story.DAY, "09:00"));
		assertThat(off.deviceTime()).isEqualTo(Story.instant(Story.DAY, "09:11"));
		JournalEntry none = this.story.tell(fact, null);
		assertThat(none.anomaly()).isNull();
		assertThat(none.time()).isEqualTo(Story.instant(Story.DAY, "09:00"));
	}

	@Test
	void parkedTicketsKeepTheWaitTheyHad() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.at("09:10").tell(new HallEvent.TicketParked(new TicketId("T1")));
		assertThat(this.story.queue("tax").waiting()).isZero();
		this.story.at("10:00").tell(new HallEvent.TicketResumed(new TicketId("T1")));
		assertThat(this.story.queue("tax").longestWaitSince()).isEqualTo(Story.instant(Story.DAY, "09:50"));
	}

	@Test
	void aTransferredTicketWaitsAnewInTheOtherQueue() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		this.story.start("T1", "1");
		this.story.at("09:10").tell(new HallEvent.TicketTransferred(new TicketId("T1"), new QueueId("care")));
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.IDLE);
		assertThat(this.story.queue("care").longestWaitSince()).isEqualTo(Story.instant(Story.DAY, "09:10"));
		assertThat(this.story.today().total().issued()).isEqualTo(1);
	}

	@Test
	void noShowAndAbandonmentStayApart() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		this.story.issue("T2", "tax");
		this.story.call("T1", "1");
		this.story.tell(new HallEvent.TicketNoShow(new TicketId("T1")));
		this.story.abandon("T2");
		assertThat(this.story.queue("tax").figures()).isEqualTo(new QueueFigures(2, 0, 1, 1, 0));
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.IDLE);
	}

	@Test
	void aWindowThatPausesWhileServingPausesAfterwards() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		this.story.start("T1", "1");
		this.story.tell(new HallEvent.WindowPaused(new WindowId("1"), "break"));
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.SERVING);
		this.story.at("09:05").complete("T1");
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.PAUSED);
		assertThat(this.story.window("1").since()).isEqualTo(Story.instant(Story.DAY, "09:05"));
		assertThat(this.story.queue("tax").openWindows()).isZero();
		this.story.tell(new HallEvent.WindowResumed(new WindowId("1")));
		assertThat(this.story.window("1").status()).isEqualTo(WindowStatus.IDLE);
	}

	@Test
	void aWindowOpenedForOtherQueuesServesThose() {
		this.story.at("09:00")
			.tell(new HallEvent.WindowOpened(new WindowId("1"), null,
					List.of(new QueueId("care"), new QueueId("nowhere"))));
		assertThat(this.story.window("1").queues()).containsExactly(new QueueId("care"));
		assertThat(this.story.queue("tax").totalWindows()).isEqualTo(1);
		assertThat(this.story.queue("care").openWindows()).isEqualTo(1);
	}

	@Test
	void atMidnightTheFiguresBeginAnewAndForgottenTicketsGo() {
		this.story.rules(new AlertPolicy(OpeningHours.ALWAYS, List.of()));
		this.story.at("09:00").issue("T1", "tax");
		this.story.at("23:50").issue("T2", "tax");
		assertThat(this.story.hall.nextDeadline()).contains(Story.instant(Story.DAY.plusDays(1), "00:00"));
		this.story.at("23:59").wake();
		assertThat(this.story.journal.getLast().event()).isInstanceOf(HallEvent.TicketIssued.class);
		this.story.on(Story.DAY.plusDays(1), "00:00").wake();
		assertThat(this.story.journal.getLast().event()).isEqualTo(new HallEvent.DayEnded(Story.DAY));
		assertThat(this.story.queue("tax").tickets()).containsOnlyKeys(new TicketId("T2"));
		assertThat(this.story.today().total()).isEqualTo(QueueFigures.NONE);
		assertThat(this.story.today().date()).isEqualTo(Story.DAY.plusDays(1));
		this.story.wake();
		assertThat(this.story.journal.getLast().event()).isEqualTo(new HallEvent.DayEnded(Story.DAY));
	}

	@Test
	void aReportAfterDaysOfSilenceEndsTheOldDayFirst() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.on(Story.DAY.plusDays(5), "10:00").issue("T2", "tax");
		assertThat(this.story.journal.get(2).event()).isEqualTo(new HallEvent.DayEnded(Story.DAY));
		assertThat(this.story.journal.get(2).time()).isEqualTo(Story.instant(Story.DAY.plusDays(5), "00:00"));
		assertThat(this.story.today().total().issued()).isEqualTo(1);
	}

	@Test
	void aReplayedHallLivesByTheTimesOfItsEvents() {
		Story replay = new Story(HallClock.REPLAY);
		var day = Story.DAY.minusYears(27);
		replay.tell(new HallEvent.WindowOpened(new WindowId("1"), null, null), Story.instant(day, "09:00"));
		assertThat(replay.journal.getLast().anomaly()).isNull();
		assertThat(replay.today().date()).isEqualTo(day);
		assertThat(replay.hall.nextDeadline()).isEmpty();
		replay.tell(new HallEvent.WindowClosed(new WindowId("1")), Story.instant(day.plusDays(1), "08:00"));
		assertThat(replay.journal.get(2).event()).isEqualTo(new HallEvent.DayEnded(day));
		assertThat(replay.today().date()).isEqualTo(day.plusDays(1));
	}

	@Test
	void oneEventOfAFarFutureDoesNotCarryAReplayedHallAway() {
		Story replay = new Story(HallClock.REPLAY);
		var day = Story.DAY.minusYears(27);
		replay.tell(new HallEvent.WindowOpened(new WindowId("1"), null, null), Story.instant(day, "09:00"));
		JournalEntry leap = replay.tell(new HallEvent.WindowClosed(new WindowId("1")),
				Story.instant(day.plusYears(7000), "09:00"));
		assertThat(leap.anomaly()).extracting(Anomaly::kind, Anomaly::applied).containsExactly(Kind.CLOCK_OFF, false);
		assertThat(replay.today().date()).isEqualTo(day);
		assertThat(replay.window("1").status()).isEqualTo(WindowStatus.IDLE);
	}

	@Test
	void aHallThatGetsAnotherClockBeginsADayByIt() {
		Story replay = new Story(HallClock.REPLAY);
		replay.tell(new HallEvent.WindowOpened(new WindowId("1"), null, null),
				Story.instant(Story.DAY.plusYears(9), "09:00"));
		replay.at("10:00").plan(Plans.small(HallClock.LIVE));
		assertThat(replay.today().date()).isEqualTo(Story.DAY);
		assertThat(replay.folded().view()).isEqualTo(replay.hall.view());
		assertThat(replay.hall.nextDeadline()).contains(Story.instant(Story.DAY.plusDays(1), "00:00"));
	}

	@Test
	void aPlanThatTakesAQueueAwayTakesItsTicketsToo() {
		this.story.at("09:00").open("1");
		this.story.open("3");
		this.story.issue("T1", "tax");
		this.story.issue("C1", "care");
		this.story.start("T1", "1");
		HallPlan all = Plans.small(HallClock.LIVE);
		this.story.plan(new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(),
				all.capacity(), all.zones(), List.of(Plans.queue("care", 600)), List.of(Plans.window("3", "care"))));
		assertThat(this.story.hall.view().queues()).containsOnlyKeys(new QueueId("care"));
		assertThat(this.story.queue("care").waiting()).isEqualTo(1);
		assertThat(this.story.window("3").status()).isEqualTo(WindowStatus.IDLE);
		assertThat(this.story.today().waiting()).isEqualTo(1);
		assertThat(this.story.complete("T1").anomaly()).isNotNull();
	}

	@Test
	void theSamePlanOnceMoreIsNoEvent() {
		long version = this.story.hall.version();
		this.story.plan(Plans.small(HallClock.LIVE));
		assertThat(this.story.hall.version()).isEqualTo(version);
	}

	@Test
	void anEntryThatIsNotTheNextIsRefused() {
		JournalEntry entry = this.story.at("09:00").open("1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.story.hall.apply(entry))
			.withMessageContaining("cannot take version 2");
	}

	@Test
	void aPatchTellsOnlyWhatChanged() {
		this.story.at("09:00").issue("T1", "tax");
		this.story.hall.takeFrame();
		assertThat(this.story.hall.takeFrame()).isNull();
		this.story.at("09:01").issue("T2", "tax");
		HallFrame frame = this.story.hall.takeFrame();
		assertThat(frame).isInstanceOfSatisfying(HallPatch.class, (patch) -> {
			assertThat(patch.after()).isEqualTo(2);
			assertThat(patch.version()).isEqualTo(3);
			assertThat(patch.windows()).isEmpty();
			assertThat(patch.queues()).containsOnlyKeys(new QueueId("tax"));
			assertThat(patch.queues().firstEntry().getValue().tickets()).containsOnlyKeys(new TicketId("T2"));
		});
	}

	@Test
	void waitsBeyondTheQueuesLimitAreNotOnTime() {
		this.story.at("09:00").open("3");
		this.story.issue("C1", "care");
		this.story.at("09:10").call("C1", "3");
		this.story.complete("C1");
		this.story.issue("C2", "care");
		this.story.at("09:20").on(Story.DAY, "09:20:01").call("C2", "3");
		assertThat(this.story.today().onTimeRate()).isEqualTo(0.5);
		assertThat(Duration.ofMinutes(11).toSeconds()).isEqualTo(this.story.today().p90WaitSeconds());
	}

}
