package io.hallcommand.core.hall;

import java.util.Objects;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.Call;
import io.hallcommand.core.window.WindowId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallsAndRatingsTest {

	private final Story story = Story.live();

	@Test
	void aWindowKnowsItsNewestCallAndHowOftenItWasMade() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		assertThat(this.story.window("2").lastCall()).isNull();
		this.story.at("09:05").call("T1", "2");
		assertThat(this.story.window("2").lastCall()).isEqualTo(call("T1", "tax", "09:05", 1));
		this.story.at("09:06").tell(new HallEvent.TicketRecalled(new TicketId("T1"), null));
		this.story.at("09:07").tell(new HallEvent.TicketRecalled(new TicketId("T1"), new WindowId("2")));
		assertThat(this.story.window("2").lastCall()).isEqualTo(call("T1", "tax", "09:07", 3));
	}

	@Test
	void aCallStaysWhenTheServiceBeginsAndEndsUntilTheNextOne() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		this.story.issue("C1", "care");
		this.story.at("09:05").call("T1", "2");
		this.story.at("09:06").start("T1", "2");
		this.story.at("09:10").complete("T1");
		this.story.at("09:11").tell(new HallEvent.WindowClosed(new WindowId("2")));
		assertThat(this.story.window("2").lastCall()).isEqualTo(call("T1", "tax", "09:05", 1));
		this.story.at("09:12").open("2");
		this.story.at("09:13").call("C1", "2");
		assertThat(this.story.window("2").lastCall()).isEqualTo(call("C1", "care", "09:13", 1));
	}

	@Test
	void aRecallThatDoesNotFitChangesNoCall() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		this.story.at("09:05").call("T1", "2");
		this.story.at("09:06").tell(new HallEvent.TicketRecalled(new TicketId("T1"), new WindowId("1")));
		this.story.at("09:07").tell(new HallEvent.TicketRecalled(new TicketId("T9"), new WindowId("2")));
		assertThat(this.story.window("2").lastCall()).isEqualTo(call("T1", "tax", "09:05", 1));
		assertThat(this.story.window("1").lastCall()).isNull();
	}

	@Test
	void aNewDayHasNoCallsAndNoRatingsYet() {
		this.story.at("23:50").open("2");
		this.story.issue("T1", "tax");
		this.story.at("23:55").call("T1", "2");
		this.story.at("23:56").tell(new HallEvent.TicketRated(new TicketId("T0"), 5, null));
		this.story.on(Story.DAY.plusDays(1), "00:01").wake();
		assertThat(this.story.window("2").ticket()).isEqualTo(new TicketId("T1"));
		assertThat(this.story.window("2").lastCall()).isNull();
		assertThat(this.story.today().ratings()).isNull();
		this.story.on(Story.DAY.plusDays(1), "00:02").tell(new HallEvent.TicketRecalled(new TicketId("T1"), null));
		Call call = Objects.requireNonNull(this.story.window("2").lastCall());
		assertThat(call.times()).as("the first of the day").isEqualTo(1);
	}

	@Test
	void aCallFromAQueueThatIsGoneIsNotShown() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		this.story.at("09:05").call("T1", "2");
		HallPlan all = Plans.small(HallClock.LIVE);
		this.story.plan(new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(),
				all.capacity(), all.zones(), all.queues().subList(1, 2),
				all.windows()
					.subList(1, 3)
					.stream()
					.map((window) -> Plans.window(window.id().value(), "care"))
					.toList()));
		assertThat(this.story.window("2").lastCall()).isNull();
	}

	@Test
	void theUpperThreeGradesAreSatisfied() {
		for (int grade = 1; grade <= 5; grade++) {
			JournalEntry entry = this.story.at("10:00")
				.tell(new HallEvent.TicketRated(new TicketId("T" + grade), grade, null));
			assertThat(entry.anomaly()).isNull();
		}
		assertThat(this.story.today().ratings()).isEqualTo(new Ratings(5, 3));
	}

	@Test
	void aRatingOfAWindowThatThePlanDoesNotHaveIsOddAndCountsAllTheSame() {
		this.story.at("10:00").tell(new HallEvent.TicketRated(new TicketId("T1"), 5, new WindowId("1")));
		JournalEntry entry = this.story.tell(new HallEvent.TicketRated(new TicketId("T1"), 2, new WindowId("99")));
		assertThat(Objects.requireNonNull(entry.anomaly()).kind()).isEqualTo(Anomaly.Kind.UNKNOWN_WINDOW);
		assertThat(this.story.today().ratings()).isEqualTo(new Ratings(2, 1));
		assertThat(this.story.folded().view()).isEqualTo(this.story.hall.view());
	}

	@Test
	void callsAndRatingsAreInTheNextPatch() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		this.story.hall.takeFrame();
		this.story.at("09:05").call("T1", "2");
		this.story.at("09:06").tell(new HallEvent.TicketRated(new TicketId("T0"), 4, null));
		this.story.hall.takeFrame();
		this.story.at("09:07").tell(new HallEvent.TicketRecalled(new TicketId("T1"), null));
		HallPatch patch = (HallPatch) Objects.requireNonNull(this.story.hall.takeFrame());
		assertThat(Objects.requireNonNull(patch.windows().get(new WindowId("2"))).lastCall())
			.isEqualTo(call("T1", "tax", "09:07", 2));
		assertThat(patch.today().ratings()).isEqualTo(new Ratings(1, 1));
		assertThat(patch.queues()).as("a recall touches no queue").isEmpty();
	}

	private static Call call(String ticket, String queue, String at, int times) {
		return new Call(new TicketId(ticket), new QueueId(queue), Story.instant(Story.DAY, at), times);
	}

}
