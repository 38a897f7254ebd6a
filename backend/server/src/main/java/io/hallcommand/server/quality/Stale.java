package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Cause;

/**
 * Alerts that were open for more than a day: nobody looks at them any more. They count on
 * each day of the hall on which they were both open and that old.
 */
final class Stale {

	private static final Duration OLD = Duration.ofHours(24);

	private final Period period;

	private final ZoneId zone;

	private final List<Open> found = new ArrayList<>();

	private final Map<LocalDate, Integer> onDay = new HashMap<>();

	Stale(Period period, ZoneId zone) {
		this.period = period;
		this.zone = zone;
	}

	/**
	 * An alert and how long it was open within what is known.
	 */
	record Open(AlertId alert, Cause cause, Instant raisedAt, Duration length) {
	}

	/**
	 * An alert was open.
	 * @param until when it was closed, or the end of the period
	 */
	void wasOpen(AlertId alert, Cause cause, Instant raisedAt, Instant until) {
		Instant old = raisedAt.plus(OLD);
		Instant begin = old.isBefore(this.period.from()) ? this.period.from() : old;
		if (!begin.isBefore(until)) {
			return;
		}
		this.found.add(new Open(alert, cause, raisedAt, Duration.between(raisedAt, until)));
		LocalDate last = day(until.minusNanos(1));
		for (LocalDate day = day(begin); !day.isAfter(last); day = day.plusDays(1)) {
			this.onDay.merge(day, 1, Integer::sum);
		}
	}

	private LocalDate day(Instant time) {
		return time.atZone(this.zone).toLocalDate();
	}

	/** How many there were on the worst day. */
	int most() {
		return this.onDay.isEmpty() ? 0 : Collections.max(this.onDay.values());
	}

	/** Those that were open longest, these first. */
	List<Open> longest(int most) {
		return this.found.stream()
			.sorted(Comparator.comparing(Open::length).reversed().thenComparing(Open::alert))
			.limit(most)
			.toList();
	}

}
