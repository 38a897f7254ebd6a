package io.hallcommand.sim.crowd;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.sim.engine.Agenda;
import io.hallcommand.sim.engine.Chance;
import org.jspecify.annotations.Nullable;

/**
 * What is usual in a hall to which a crowd has come for some weeks. The weeks are lived
 * through in memory, event by event, by the same crowd and the same hall as a live one.
 */
public final class UsualWeeks {

	private static final LocalTime OPENS = LocalTime.of(8, 30);

	private static final LocalTime EMPTY = LocalTime.of(20, 0);

	private static final Duration FILLS_WITHIN = Duration.ofMinutes(9);

	private final HallPlan plan;

	private final CrowdSettings settings;

	private final Instant moment;

	private final int weeks;

	private final ZoneId zone;

	private UsualWeeks(HallPlan plan, CrowdSettings settings, Instant moment, int weeks) {
		// It lives in the time of its events
		this.plan = plan.replayedBy(plan.hall());
		this.settings = settings;
		this.moment = moment;
		this.weeks = weeks;
		this.zone = plan.timeZone();
	}

	/**
	 * The weeks before a moment. A crowd that is always there came at the time of day of
	 * that moment on the days of its weekday, as it does now, and was there all day on
	 * all others. One that keeps hours came on working days.
	 */
	public static UsualDays before(Instant moment, HallPlan plan, CrowdSettings settings, int weeks) {
		UsualWeeks usual = new UsualWeeks(plan, settings, moment, weeks);
		Map<DayOfWeek, UsualDay> days = new EnumMap<>(DayOfWeek.class);
		for (int i = 1; i <= DayOfWeek.values().length; i++) {
			LocalDate date = LocalDate.ofInstant(moment, plan.timeZone()).minusDays(i);
			UsualDay day = usual.day(date);
			if (day != null) {
				days.put(date.getDayOfWeek(), day);
			}
		}
		return new UsualDays(days);
	}

	/**
	 * The same, for that moment's weekday alone; {@code null} if nobody came.
	 */
	public static @Nullable UsualDay today(Instant moment, HallPlan plan, CrowdSettings settings, int weeks) {
		LocalDate today = LocalDate.ofInstant(moment, plan.timeZone());
		return new UsualWeeks(plan, settings, moment, weeks).day(today.minusWeeks(1));
	}

	/** The mean of one weekday, of which this is the newest. */
	private @Nullable UsualDay day(LocalDate newest) {
		Hall hall = Hall.empty(this.plan.hall());
		hall.plan(this.plan, EventKey.HALL, new EventKey(EventKey.HALL, "plan"), Instant.EPOCH);
		for (int i = this.weeks - 1; i >= 0; i--) {
			LocalDate date = newest.minusWeeks(i);
			live(hall, date);
			Instant midnight = date.plusDays(1).atStartOfDay(this.zone).toInstant();
			tell(hall, new Report(new EventKey("sim-clock", date.toString()), midnight, new HallEvent.DeviceAlive()));
		}
		return hall.usual().on(newest);
	}

	private void live(Hall hall, LocalDate date) {
		boolean always = this.settings.alwaysOpen();
		DayClock clock = always ? DayClock.alwaysOpen(this.moment, this.zone) : DayClock.of(this.zone);
		Instant from = always ? from(date) : date.atTime(OPENS).atZone(this.zone).toInstant();
		Instant until = (always ? date.plusDays(1).atStartOfDay() : date.atTime(EMPTY)).atZone(this.zone)
			.toInstant()
			.minusMillis(1);
		Agenda agenda = new Agenda(from);
		Chance chance = new Chance(this.settings.seed() ^ date.toEpochDay());
		Crowd crowd = new Crowd(this.plan, this.settings.scenario(), chance, clock, agenda,
				new Reporter(this.settings.seed() + "-" + date, (report) -> tell(hall, report)));
		crowd.begin();
		if (always) {
			crowd.fill(FILLS_WITHIN);
		}
		agenda.runUntil(until);
	}

	private Instant from(LocalDate date) {
		Instant midnight = date.atStartOfDay(this.zone).toInstant();
		LocalDate today = LocalDate.ofInstant(this.moment, this.zone);
		if (date.getDayOfWeek() != today.getDayOfWeek()) {
			return midnight;
		}
		Duration since = Duration.between(today.atStartOfDay(this.zone).toInstant(), this.moment).minus(FILLS_WITHIN);
		return since.isNegative() ? midnight : midnight.plus(since);
	}

	private static void tell(Hall hall, Report report) {
		hall.report(report, Objects.requireNonNull(report.deviceTime()));
	}

}
