package io.hallcommand.core.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The hours of a week in which a rule's clock runs; outside of them it stands still.
 *
 * @param spans in any order; empty means always
 */
public record OpeningHours(List<Span> spans) {

	public static final OpeningHours ALWAYS = new OpeningHours(List.of());

	/** Two weeks hold every weekly pattern, with its end and its beginning. */
	private static final int DAYS_AHEAD = 400;

	public OpeningHours {
		spans = List.copyOf(spans);
	}

	/**
	 * Part of some days.
	 *
	 * @param until midnight means the end of the day
	 */
	public record Span(List<DayOfWeek> days, LocalTime from, LocalTime until) {

		public Span {
			days = List.copyOf(days);
		}

		private @Nullable Period on(LocalDate date, ZoneId zone) {
			if (!this.days.contains(date.getDayOfWeek())) {
				return null;
			}
			LocalDate last = this.until.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
			return new Period(date.atTime(this.from).atZone(zone).toInstant(),
					last.atTime(this.until).atZone(zone).toInstant());
		}

	}

	private record Period(Instant from, Instant until) {
	}

	/**
	 * When so much of the clock's time has passed since {@code start}.
	 * @return {@code null} if that is not within a year
	 */
	public @Nullable Instant after(Instant start, Duration passed, ZoneId zone) {
		if (this.spans.isEmpty()) {
			return start.plus(passed);
		}
		Duration left = passed;
		LocalDate first = LocalDate.ofInstant(start, zone);
		for (int i = 0; i < DAYS_AHEAD; i++) {
			for (Period period : periods(first.plusDays(i), zone)) {
				Instant from = later(start, period.from());
				if (from.isBefore(period.until()) || (left.isZero() && from.equals(period.until()))) {
					Duration open = Duration.between(from, period.until());
					if (open.compareTo(left) >= 0) {
						return from.plus(left);
					}
					left = left.minus(open);
				}
			}
		}
		return null;
	}

	/**
	 * How much of the clock's time passed between two instants.
	 */
	public Duration between(Instant start, Instant end, ZoneId zone) {
		if (!start.isBefore(end)) {
			return Duration.ZERO;
		}
		if (this.spans.isEmpty()) {
			return Duration.between(start, end);
		}
		Duration sum = Duration.ZERO;
		LocalDate last = LocalDate.ofInstant(end, zone);
		for (LocalDate date = LocalDate.ofInstant(start, zone); !date.isAfter(last); date = date.plusDays(1)) {
			for (Period period : periods(date, zone)) {
				Instant from = later(start, period.from());
				Instant until = end.isBefore(period.until()) ? end : period.until();
				if (from.isBefore(until)) {
					sum = sum.plus(Duration.between(from, until));
				}
			}
		}
		return sum;
	}

	/** The day's spans in order; those that overlap are one. */
	private List<Period> periods(LocalDate date, ZoneId zone) {
		List<Period> periods = new ArrayList<>();
		for (Span span : this.spans) {
			Period period = span.on(date, zone);
			if (period != null) {
				periods.add(period);
			}
		}
		periods.sort(Comparator.comparing(Period::from));
		List<Period> joined = new ArrayList<>();
		for (Period period : periods) {
			Period before = joined.isEmpty() ? null : joined.getLast();
			if (before == null || period.from().isAfter(before.until())) {
				joined.add(period);
			}
			else {
				joined.set(joined.size() - 1, new Period(before.from(), later(before.until(), period.until())));
			}
		}
		return joined;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
