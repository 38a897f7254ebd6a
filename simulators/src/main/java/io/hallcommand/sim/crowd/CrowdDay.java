package io.hallcommand.sim.crowd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.engine.Agenda;
import io.hallcommand.sim.engine.Chance;

/**
 * A hall's whole working day, at once.
 */
public final class CrowdDay {

	private CrowdDay() {
	}

	/**
	 * Everything that the hall's devices report from before it opens until it is empty.
	 * The same seed, plan and date give the same reports.
	 */
	public static List<Report> reports(HallPlan plan, CrowdSettings settings, LocalDate date) {
		List<Report> reports = new ArrayList<>();
		Instant start = date.atTime(LocalTime.of(8, 30)).atZone(plan.timeZone()).toInstant();
		Instant end = date.atTime(LocalTime.of(20, 0)).atZone(plan.timeZone()).toInstant();
		Agenda agenda = new Agenda(start);
		Chance chance = new Chance(settings.seed());
		DayClock clock = (time) -> LocalTime.ofInstant(time, plan.timeZone());
		new Crowd(plan, settings.scenario(), chance, clock, agenda,
				new Reporter(settings.seed() + "-" + date, reports::add))
			.begin();
		agenda.runUntil(end);
		return reports;
	}

}
