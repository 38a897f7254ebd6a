package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * By which time a hall lives: the server's, or that of its events.
 */
final class HallTime {

	private final Floor floor;

	HallTime(Floor floor) {
		this.floor = floor;
	}

	boolean isReplayed() {
		HallPlan plan = this.floor.planIfAny();
		return plan != null && plan.clock() == HallClock.REPLAY;
	}

	/**
	 * When what a device reports happened.
	 * @param at the hall's time so far
	 */
	Instant of(Report report, Instant at, Instant now) {
		Instant said = report.deviceTime();
		if (said == null || leaps(report, at)) {
			return (isReplayed() && this.floor.day.date != null) ? at : now;
		}
		boolean off = Duration.between(said, now).abs().compareTo(Hall.CLOCK_TOLERANCE) > 0;
		return (off && !isReplayed()) ? now : said;
	}

	/** Whether a replayed hall would be carried too far away. */
	boolean leaps(Report report, Instant at) {
		Instant said = report.deviceTime();
		return said != null && isReplayed() && this.floor.day.date != null && said.isAfter(at.plus(Hall.LONGEST_LEAP));
	}

	/** The present moment; a replayed hall's never goes back. */
	Instant moment(Instant time, Instant at, Instant now) {
		if (!isReplayed()) {
			return now;
		}
		return time.isAfter(at) ? time : at;
	}

	Instant midnightBefore(LocalDate date) {
		return date.atStartOfDay(this.floor.plan().timeZone()).toInstant();
	}

}
