package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.hallcommand.core.queue.QueueFigures;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a hall's present day.
 */
final class Day {

	@Nullable LocalDate date;

	QueueFigures total = QueueFigures.NONE;

	Waits waits = new Waits();

	private final TreeMap<LocalTime, Interval> intervals = new TreeMap<>();

	int anomalies;

	Ratings ratings = Ratings.NONE;

	void begin(@Nullable LocalDate date) {
		this.date = date;
		this.total = QueueFigures.NONE;
		this.waits = new Waits();
		this.intervals.clear();
		this.anomalies = 0;
		this.ratings = Ratings.NONE;
	}

	/**
	 * The interval that an instant falls into.
	 */
	static LocalTime intervalOf(Instant time, ZoneId zone) {
		LocalTime local = ZonedDateTime.ofInstant(time, zone).toLocalTime();
		return LocalTime.of(local.getHour(), local.getMinute() / Interval.MINUTES * Interval.MINUTES);
	}

	void count(LocalTime interval, int issued, int served, int waiting) {
		Interval before = interval(interval);
		this.intervals.put(interval, new Interval(before.issued() + issued, before.served() + served, waiting));
	}

	Interval interval(LocalTime time) {
		return this.intervals.getOrDefault(time, Interval.EMPTY);
	}

	void intervals(Map<LocalTime, Interval> intervals) {
		this.intervals.putAll(intervals);
	}

	SequencedMap<LocalTime, Interval> intervals() {
		return new TreeMap<>(this.intervals);
	}

}
