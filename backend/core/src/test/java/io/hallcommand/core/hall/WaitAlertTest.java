package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When an alert of an overlong wait begins and ends: after five minutes, and its delays.
 */
class WaitAlertTest {

	/** Long before the day on which the hall was planned. */
	private static final LocalDate LONG_AGO = LocalDate.of(1999, 8, 1);

	@Test
	void aReplayedHallOfAnotherDayRaisesAndClearsByItsOwnClock() {
		Story replay = new Story(HallClock.REPLAY).rules(rules(0, 0));
		issue(replay, "T1", "09:00:00");
		call(replay, "T1", "09:07:00");
		assertThat(times(replay, AlertEvent.Raised.class)).containsExactly(at("09:05:00"));
		assertThat(times(replay, AlertEvent.Cleared.class)).containsExactly(at("09:07:00"));
	}

	@Test
	void aLevelIsNotLeftWhenTheNextInTheQueueIsOverItToo() {
		Story replay = new Story(HallClock.REPLAY).rules(rules(30, 60));
		issue(replay, "T1", "09:00:00");
		issue(replay, "T2", "09:00:05");
		call(replay, "T1", "09:05:20");
		call(replay, "T2", "09:06:00");
		issue(replay, "T3", "09:30:00");
		assertThat(times(replay, AlertEvent.Raised.class)).containsExactly(at("09:05:30"));
		assertThat(times(replay, AlertEvent.Cleared.class)).containsExactly(at("09:07:00"));
	}

	@Test
	void theDelayBeginsAnewWhenTheLevelWasLeft() {
		Story replay = new Story(HallClock.REPLAY).rules(rules(30, 0));
		issue(replay, "T1", "09:00:00");
		issue(replay, "T2", "09:00:25");
		call(replay, "T1", "09:05:20");
		call(replay, "T2", "09:06:00");
		assertThat(times(replay, AlertEvent.Raised.class)).containsExactly(at("09:05:55"));
	}

	private static AlertPolicy rules(int onDelay, int offDelay) {
		Label title = new Label("等候超时", "Wait overtime");
		return new AlertPolicy(OpeningHours.ALWAYS,
				List.of(new AlertRule("wait", AlertKind.WAIT_OVERTIME, true, Scope.HALL, Unit.SECONDS,
						List.of(new AlertRule.Level(300, Severity.MAJOR)), onDelay, offDelay, null, List.of(), 0, title,
						title, "team default")));
	}

	private static void issue(Story story, String ticket, String time) {
		story.tell(new HallEvent.TicketIssued(new TicketId(ticket), new QueueId("tax"), Channel.KIOSK, Priority.NORMAL),
				at(time));
	}

	private static void call(Story story, String ticket, String time) {
		story.tell(new HallEvent.TicketCalled(new TicketId(ticket), new WindowId("1")), at(time));
	}

	private static Instant at(String time) {
		return Story.instant(LONG_AGO, time);
	}

	private static List<Instant> times(Story story, Class<? extends AlertEvent> type) {
		return story.journal.stream()
			.filter((entry) -> entry.event() instanceof HallEvent.AlertMoved moved && type.isInstance(moved.event()))
			.map(JournalEntry::time)
			.toList();
	}

}
