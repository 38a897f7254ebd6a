package io.hallcommand.sim.crowd;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What time of a working day the crowd lives at an instant.
 */
interface DayClock {

	LocalTime NIGHT = LocalTime.of(3, 0);

	LocalTime at(Instant time);

	/**
	 * The hall's own time; on days off it is night all day.
	 */
	static DayClock of(ZoneId zone) {
		return (time) -> {
			ZonedDateTime local = time.atZone(zone);
			DayOfWeek day = local.getDayOfWeek();
			return (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) ? NIGHT : local.toLocalTime();
		};
	}

	/**
	 * Always within busy hours: the hall's own time if it is busy at the start, else from
	 * 10:20; after 16:30 it is 9:30 again.
	 */
	static DayClock alwaysOpen(Instant start, ZoneId zone) {
		LocalTime begin = LocalTime.of(9, 30);
		Duration length = Duration.ofHours(7);
		LocalTime own = of(zone).at(start);
		boolean busy = !own.isBefore(begin) && own.isBefore(begin.plus(length));
		Duration offset = Duration.between(begin, busy ? own : LocalTime.of(10, 20));
		return (time) -> {
			long nanos = Math.floorMod(Duration.between(start, time).plus(offset).toNanos(), length.toNanos());
			return begin.plusNanos(nanos);
		};
	}

}
