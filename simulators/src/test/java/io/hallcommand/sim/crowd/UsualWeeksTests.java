package io.hallcommand.sim.crowd;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.sim.scenario.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsualWeeksTests {

	private static final HallPlan PLAN = TestPlan.of(new HallId("civic-centre"), HallClock.LIVE);

	/** A Friday, 14:20 in the hall. */
	private static final Instant FRIDAY = Instant.parse("2026-11-20T06:20:00Z");

	@Test
	void aCrowdThatKeepsHoursIsUsualOnWorkingDays() {
		CrowdSettings hours = new CrowdSettings(1, Scenario.named(Scenario.WEEKDAY), false);
		UsualDays usual = UsualWeeks.before(FRIDAY, PLAN, hours, 2);
		assertThat(usual.byWeekday()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
				DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
		assertThat(usual.byWeekday().values()).allSatisfy((day) -> {
			assertThat(day.days()).isEqualTo(2);
			assertThat(day.issued()).isBetween(1200.0, 2600.0);
			assertThat(day.served()).isBetween(day.issued() * 0.8, day.issued());
			assertThat(Objects.requireNonNull(day.averageWaitSeconds())).isBetween(120.0, 1500.0);
			assertThat(issued(day)).hasSizeBetween(30, 40);
			assertThat(issued(day).values().stream().mapToDouble(Double::doubleValue).sum()).isBetween(day.issued() - 1,
					day.issued() + 1);
		});
	}

	@Test
	void aCrowdThatIsAlwaysThereCameAtThisTimeOfDayOnThisWeekdayAndAllDayOnTheOthers() {
		UsualDays usual = UsualWeeks.before(FRIDAY, PLAN, CrowdSettings.demo(), 1);
		assertThat(usual.byWeekday()).hasSize(7);
		Map<LocalTime, Double> friday = issued(usual, DayOfWeek.FRIDAY);
		assertThat(friday.keySet().iterator().next()).isEqualTo(LocalTime.of(14, 0));
		assertThat(friday).hasSize(40);
		assertThat(UsualWeeks.today(FRIDAY, PLAN, CrowdSettings.demo(), 1))
			.isEqualTo(usual.byWeekday().get(DayOfWeek.FRIDAY));
		Map<LocalTime, Double> sunday = issued(usual, DayOfWeek.SUNDAY);
		assertThat(sunday).hasSize(96);
		assertThat(sunday.values()).allSatisfy((issued) -> assertThat(issued).isPositive());
	}

	@Test
	void theSameMomentGivesTheSameWeeks() {
		CrowdSettings hours = new CrowdSettings(3, Scenario.named("quiet"), false);
		assertThat(UsualWeeks.before(FRIDAY, PLAN, hours, 1)).isEqualTo(UsualWeeks.before(FRIDAY, PLAN, hours, 1))
			.isNotEqualTo(UsualWeeks.before(FRIDAY, PLAN, new CrowdSettings(4, Scenario.named("quiet"), false), 1));
	}

	private static Map<LocalTime, Double> issued(UsualDays usual, DayOfWeek weekday) {
		return issued(Objects.requireNonNull(usual.byWeekday().get(weekday)));
	}

	private static Map<LocalTime, Double> issued(UsualDay day) {
		Map<LocalTime, Double> read = new TreeMap<>();
		day.intervals().forEach((time, issued, served, waiting) -> read.put(time, issued));
		return read;
	}

}
