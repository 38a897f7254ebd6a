package io.hallcommand.core.hall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is usual in a hall, by weekday. Immutable: snapshots share it.
 */
public record UsualDays(Map<DayOfWeek, UsualDay> byWeekday) {

	public static final UsualDays NONE = new UsualDays(Map.of());

	public UsualDays {
		Map<DayOfWeek, UsualDay> week = new EnumMap<>(DayOfWeek.class);
		week.putAll(byWeekday);
		byWeekday = Collections.unmodifiableMap(week);
	}

	/** What is usual on a date; {@code null} if no such weekday was seen. */
	public @Nullable UsualDay on(@Nullable LocalDate date) {
		return (date != null) ? this.byWeekday.get(date.getDayOfWeek()) : null;
	}

	/** A day is over. One on which nobody came is none. */
	UsualDays with(Day day) {
		LocalDate date = day.date;
		if (date == null || day.total.issued() == 0) {
			return this;
		}
		UsualDay newest = UsualDay.of(day);
		Map<DayOfWeek, UsualDay> week = new EnumMap<>(DayOfWeek.class);
		week.putAll(this.byWeekday);
		week.merge(date.getDayOfWeek(), newest, UsualDay::with);
		return new UsualDays(week);
	}

}
