package io.hallcommand.core.hall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.StandardRules;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is seen of a hall from afar. Its tax queue may wait 30 minutes, care 10.
 */
class GlanceTest {

	private final Story story = Story.live();

	private int orders;

	@AfterEach
	void everyNodeSeesTheSame() {
		assertThat(this.story.folded().glance()).isEqualTo(this.story.hall.glance());
		assertThat(Hall.restore(this.story.hall.snapshot()).glance()).isEqualTo(this.story.hall.glance());
	}

	@Test
	void anEmptyHallHasNothingToTell() {
		Glance glance = glance();
		assertThat(glance.hall()).isEqualTo(new HallId("small"));
		assertThat(glance.version()).isEqualTo(this.story.hall.version());
		assertThat(glance.openWindows()).isZero();
		assertThat(glance.totalWindows()).isEqualTo(3);
		assertThat(glance.alerts()).isEqualTo(new Glance.Counts(0, 0, 0));
		assertThat(glance.longest()).isNull();
		assertThat(glance.worst()).isNull();
		assertThat(glance.emergencies()).isEmpty();
		assertThat(glance.heardAt()).isNull();
		assertThat(glance.silentFrom()).isNull();
	}

	@Test
	void theQueueThatReachesItsLimitFirstIsTheLongest() {
		this.story.at("09:00").open("2");
		this.story.issue("T1", "tax");
		assertThat(longest()).isEqualTo("tax 09:00 1800");
		this.story.at("09:15").issue("C1", "care");
		assertThat(longest()).as("care waits less, but may wait less").isEqualTo("care 09:15 600");
		this.story.at("09:20").call("C1", "2");
		assertThat(longest()).isEqualTo("tax 09:00 1800");
		this.story.start("C1", "2");
		this.story.at("09:22").complete("C1");
		assertThat(glance().waiting()).isOne();
		assertThat(glance().served()).isOne();
		assertThat(glance().openWindows()).isOne();
		this.story.abandon("T1");
		assertThat(glance().longest()).isNull();
	}

	@Test
	void aQueueThatAnEmergencyHasStoppedDoesNotCountAsLongest() {
		this.story.at("09:00").open("1");
		this.story.open("2");
		this.story.open("3");
		this.story.issue("C1", "care");
		this.story.at("09:05");
		EmergencyId id = declare(EmergencyKind.UTILITY_FAILURE);
		assertThat(glance().longest()).isNull();
		assertThat(glance().waiting()).isOne();
		assertThat(glance().emergencies()).singleElement().satisfies((running) -> {
			assertThat(running.id()).isEqualTo(id);
			assertThat(running.kind()).isEqualTo(EmergencyKind.UTILITY_FAILURE);
			assertThat(running.ending()).isFalse();
			assertThat(running.since()).isEqualTo(time("09:05"));
			assertThat(running.headline().en()).contains("this hall");
		});
		act(id, "zhou", new EmergencyAction.End(Outcome.RESOLVED, null));
		if (!glance().emergencies().isEmpty()) {
			assertThat(glance().emergencies().getFirst().ending()).isTrue();
			act(id, "li", new EmergencyAction.End(Outcome.RESOLVED, null));
		}
		assertThat(glance().emergencies()).as("it is over").isEmpty();
		assertThat(longest()).as("the time of the stop does not count").startsWith("care 09:00");
	}

	@Test
	void alertsAreCountedBySeverityAndTheWorstThatNobodyIsOnComesFirst() {
		this.story.hall
			.roster(List.of(new Shift("s1", "li.qiang", "李强", Duty.OFFICER, List.of(), time("08:00"), time("18:00"))),
					"test", new EventKey("hall", "roster"), this.story.now())
			.forEach(this.story.journal::add);
		this.story.at("09:00").open("1");
		this.story.open("3");
		this.story.issue("C1", "care");
		this.story.issue("T1", "tax");
		this.story.at("09:07").wake();
		assertThat(glance().alerts()).as("care is at 70 %, and both windows are idle while people wait")
			.isEqualTo(new Glance.Counts(0, 2, 1));
		this.story.at("09:31").wake();
		assertThat(glance().alerts()).isEqualTo(new Glance.Counts(2, 2, 0));
		Glance.Worst care = worst();
		assertThat(care.kind()).isEqualTo(AlertKind.WAIT_OVERTIME);
		assertThat(care.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(care.subject()).isEqualTo(new Subject.Queue(new QueueId("care")));
		assertThat(care.label()).isEqualTo(Plans.queue("care", 600).name());
		assertThat(care.since()).isEqualTo(time("09:10"));
		assertThat(care.unclaimed()).isTrue();
		acknowledge(care);
		assertThat(worst().subject()).as("nobody is on this one").isEqualTo(new Subject.Queue(new QueueId("tax")));
		acknowledge(worst());
		assertThat(worst().subject()).as("both are taken: the older one").isEqualTo(care.subject());
		assertThat(worst().person()).isEqualTo("李强");
		assertThat(worst().unclaimed()).isFalse();
		assertThat(glance().alerts().critical()).as("acknowledged ones still stand").isEqualTo(2);
	}

	@Test
	void whatIsPutAsideOrOverDoesNotStand() {
		this.story.at("09:00").open("1");
		this.story.issue("T1", "tax");
		this.story.at("09:04").wake();
		assertThat(worst().subject()).isEqualTo(new Subject.Window(new WindowId("1")));
		AlertId idle = this.story.hall.alerts().iterator().next().id();
		this.story.order("li.qiang",
				new Order.OnAlert(idle, new AlertAction.Shelve(Duration.ofMinutes(10), "training")));
		assertThat(glance().worst()).isNull();
		assertThat(glance().alerts()).isEqualTo(new Glance.Counts(0, 0, 0));
		this.story.at("09:14").wake();
		assertThat(glance().alerts().major()).as("it came back").isOne();
		this.story.at("09:15").call("T1", "1");
		this.story.wake();
		assertThat(glance().worst()).as("its condition is gone, though nobody acknowledged").isNull();
	}

	@Test
	void aHallIsCutOffWhenNoDeviceReportsWhileAWindowIsOpen() {
		this.story.at("09:00").issue("T1", "tax");
		assertThat(glance().heardAt()).isEqualTo(time("09:00"));
		assertThat(glance().silentFrom()).as("no window is open").isNull();
		this.story.at("09:10").open("1");
		assertThat(glance().silentFrom()).isEqualTo(time("10:10"));
		this.story.at("09:30").issue("T2", "tax");
		assertThat(glance().heardAt()).isEqualTo(time("09:30"));
		assertThat(glance().silentFrom()).isEqualTo(time("10:30"));
		this.story.tell(new HallEvent.WindowClosed(new WindowId("1")));
		assertThat(glance().silentFrom()).isNull();
	}

	@Test
	void silenceCountsInTheHoursOfItsRuleAndNotWithoutOne() {
		this.story.at("16:30").open("1");
		OpeningHours office = new OpeningHours(
				List.of(new OpeningHours.Span(List.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(17, 0))));
		this.story.rules(new AlertPolicy(office, StandardRules.POLICY.rules()));
		assertThat(glance().silentFrom()).as("half an hour today, half an hour tomorrow")
			.isEqualTo(Story.instant(Story.DAY.plusDays(1), "09:30"));
		this.story.rules(new AlertPolicy(office, List.of()));
		assertThat(glance().silentFrom()).isNull();
	}

	private Glance glance() {
		return this.story.hall.glance();
	}

	private String longest() {
		Glance.Longest longest = glance().longest();
		return (longest == null) ? "" : longest.queue().en() + " "
				+ LocalTime.ofInstant(longest.since(), Plans.SHANGHAI) + " " + longest.limitSeconds();
	}

	private Glance.Worst worst() {
		Glance.Worst worst = glance().worst();
		if (worst == null) {
			throw new AssertionError("no alert stands");
		}
		return worst;
	}

	private void acknowledge(Glance.Worst worst) {
		AlertId id = this.story.hall.alerts()
			.stream()
			.filter((alert) -> alert.cause().subject().equals(worst.subject()) && alert.kind() == worst.kind())
			.findFirst()
			.orElseThrow()
			.id();
		this.story.order("li.qiang", new Order.OnAlert(id, new AlertAction.Acknowledge(null)));
	}

	private EmergencyId declare(EmergencyKind kind) {
		EventKey key = new EventKey("desk:zhou", "o" + this.orders++);
		EmergencyAnswer answer = this.story.hall.emergency(
				new EmergencyOrder.Declare(kind, List.<HallZoneId>of(), null, null, null, false, false, null), "zhou",
				key, this.story.now(), this.story.now());
		this.story.journal.addAll(answer.entries());
		if (answer.emergency() == null) {
			throw new AssertionError("not declared");
		}
		return answer.emergency().id();
	}

	private void act(EmergencyId id, String actor, EmergencyAction action) {
		this.story.journal
			.addAll(this.story.hall
				.emergency(new EmergencyOrder.OnEmergency(id, action), actor,
						new EventKey("desk:" + actor, "o" + this.orders++), this.story.now(), this.story.now())
				.entries());
	}

	private static Instant time(String time) {
		return Story.instant(Story.DAY, time);
	}

}
