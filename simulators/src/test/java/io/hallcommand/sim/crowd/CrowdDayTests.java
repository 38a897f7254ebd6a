package io.hallcommand.sim.crowd;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Ratings;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.TodayView;
import io.hallcommand.core.window.WindowStatus;
import io.hallcommand.sim.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrowdDayTests {

	private static final HallId HALL = new HallId("civic-centre");

	private static final HallPlan PLAN = TestPlan.of(HALL, HallClock.REPLAY);

	private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

	@ParameterizedTest
	@CsvSource({ "weekday, 1", "weekday, 2", "weekday, 3", "rush, 1", "rush, 2", "quiet, 1", "quiet, 2" })
	void aDayFitsTogetherAndEndsWithAnEmptyHall(String scenario, long seed) {
		Hall hall = Hall.empty(HALL);
		List<JournalEntry> odd = new ArrayList<>();
		HallView view = fold(hall, day(scenario, seed), odd);
		assertThat(odd).isEmpty();
		assertThat(view.today().waiting()).isZero();
		assertThat(view.windows().values()).allMatch((window) -> window.status() == WindowStatus.CLOSED);
		assertThat(view.today().total().unresolved()).isZero();
		assertThat(hall.snapshot().tickets()).isEmpty();
	}

	@Test
	void aWeekdayLooksLikeABusyCityHall() {
		HallView view = fold(Hall.empty(HALL), day("weekday", 1), new ArrayList<>());
		assertThat(view.today().total().issued()).isBetween(1200, 2600);
		assertThat(view.today().total().abandoned()).isPositive();
		assertThat(view.today().total().noShows()).isPositive();
		assertThat(Objects.requireNonNull(view.today().averageServiceSeconds())).isBetween(240.0, 360.0);
		assertThat(Objects.requireNonNull(view.today().averageWaitSeconds())).isBetween(120.0, 1500.0);
	}

	@Test
	void aRushIsLongerInWelfareThanAWeekday() {
		double rush = wait("rush");
		double weekday = wait("weekday");
		double quiet = wait("quiet");
		assertThat(rush).isGreaterThan(weekday * 1.3);
		assertThat(quiet).isLessThan(weekday * 0.7);
	}

	@Test
	void aboutSixInTenRateAndNearlyAllAreSatisfiedFewerAfterALongWait() {
		int served = 0;
		int count = 0;
		int satisfied = 0;
		for (long seed = 1; seed <= 5; seed++) {
			TodayView today = fold(Hall.empty(HALL), day("weekday", seed), new ArrayList<>()).today();
			Ratings ratings = Objects.requireNonNull(today.ratings());
			served += today.total().served();
			count += ratings.count();
			satisfied += ratings.satisfied();
		}
		assertThat((double) count / served).isBetween(0.57, 0.63);
		assertThat((double) satisfied / count).isBetween(0.97, 0.99);
		assertThat(satisfied("rush")).isLessThan(satisfied("quiet"));
	}

	private static double satisfied(String scenario) {
		Ratings ratings = Objects
			.requireNonNull(fold(Hall.empty(HALL), day(scenario, 1), new ArrayList<>()).today().ratings());
		return (double) ratings.satisfied() / ratings.count();
	}

	@Test
	void theSameSeedGivesTheSameDay() {
		assertThat(day("weekday", 5)).isEqualTo(day("weekday", 5));
		assertThat(day("weekday", 5)).isNotEqualTo(day("weekday", 6));
	}

	@Test
	void everyReportHasAnIdOfItsOwn() {
		assertThat(day("rush", 1)).extracting(Report::key).doesNotHaveDuplicates();
	}

	private static double wait(String scenario) {
		HallView view = fold(Hall.empty(HALL), day(scenario, 1), new ArrayList<>());
		return Objects.requireNonNull(view.today().averageWaitSeconds());
	}

	private static List<Report> day(String scenario, long seed) {
		return CrowdDay.reports(PLAN, new CrowdSettings(seed, Scenario.named(scenario), false), FRIDAY);
	}

	private static HallView fold(Hall hall, List<Report> reports, List<JournalEntry> odd) {
		hall.plan(PLAN, "test", new EventKey(EventKey.HALL, "plan"), Instant.EPOCH);
		for (Report report : reports) {
			hall.report(report, Objects.requireNonNull(report.deviceTime()))
				.stream()
				.filter((entry) -> entry.anomaly() != null)
				.forEach(odd::add);
		}
		return hall.view();
	}

}
