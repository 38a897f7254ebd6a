package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * When the longest wait of a queue was at its limit, read from the log by hand: none of
 * the code that is tested is used. How the log is to be understood stands in
 * {@code service-centre.yaml}.
 */
final class WaitIntervals {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

	private static final DateTimeFormatter CLOCK_FACE = DateTimeFormatter.ofPattern("H:mm:ss");

	private static final int HALF_A_DAY = 12 * 3600;

	private WaitIntervals() {
	}

	/**
	 * A time in which something held, with both its ends.
	 */
	record Interval(Instant from, Instant until) {
	}

	/**
	 * Somebody who waited.
	 */
	record Wait(String queue, Instant from, Instant until) {
	}

	/**
	 * By queue, from when to when there is an alert because somebody waits for
	 * {@code limit} seconds or longer. It begins when that has held for the on-delay, and
	 * ends when it has been over for the off-delay; both in seconds.
	 */
	static Map<String, List<Interval>> of(List<Wait> waits, int limit, int onDelay, int offDelay) {
		Map<String, List<Interval>> over = new TreeMap<>();
		waits.stream()
			.filter((wait) -> !wait.until().isBefore(wait.from().plusSeconds(limit)))
			.sorted(Comparator.comparing(Wait::from))
			.forEach((wait) -> join(over.computeIfAbsent(wait.queue(), (queue) -> new ArrayList<>()),
					new Interval(wait.from().plusSeconds(limit), wait.until())));
		over.replaceAll((queue, intervals) -> delayed(intervals, onDelay, offDelay));
		over.values().removeIf(List::isEmpty);
		return over;
	}

	/** Those that touch or overlap are one. */
	private static void join(List<Interval> joined, Interval next) {
		Interval before = joined.isEmpty() ? null : joined.getLast();
		if (before == null || next.from().isAfter(before.until())) {
			joined.add(next);
		}
		else if (next.until().isAfter(before.until())) {
			joined.set(joined.size() - 1, new Interval(before.from(), next.until()));
		}
	}

	private static List<Interval> delayed(List<Interval> over, int onDelay, int offDelay) {
		List<Interval> alerts = new ArrayList<>();
		for (int i = 0; i < over.size(); i++) {
			Instant begin = over.get(i).from().plusSeconds(onDelay);
			if (begin.isAfter(over.get(i).until())) {
				continue;
			}
			while (i + 1 < over.size() && over.get(i + 1).from().isBefore(over.get(i).until().plusSeconds(offDelay))) {
				i++;
			}
			alerts.add(new Interval(begin, over.get(i).until().plusSeconds(offDelay)));
		}
		return alerts;
	}

	/** Who took a ticket waits until called, or until gone. */
	static List<Wait> waits(Path log) throws IOException {
		List<Wait> waits = new ArrayList<>();
		List<String> lines = Files.readAllLines(log);
		for (String line : lines.subList(1, lines.size())) {
			Wait wait = wait(line.split(","));
			if (wait != null) {
				waits.add(wait);
			}
		}
		return waits;
	}

	private static @Nullable Wait wait(String[] row) {
		@Nullable Instant[] times = times(row);
		Instant queued = times[2];
		Instant dequeued = times[3];
		if (row[11].equals("HANG")) {
			return (queued != null && dequeued != null) ? new Wait(row[3], queued, dequeued) : null;
		}
		if (!row[11].equals("AGENT")) {
			return null;
		}
		Instant came = (queued != null) ? queued : (times[1] != null) ? times[1] : times[0];
		Instant started = times[4];
		Instant ended = times[5];
		if (came == null) {
			return null;
		}
		if (started == null || ended == null) {
			// SERVED_WITHOUT_TIMES: nobody called, it was over when the wait was
			return new Wait(row[3], came, (dequeued != null) ? dequeued : came);
		}
		Instant issued = came.isBefore(started) ? came : started;
		// SERVED_BY_NOBODY: nobody called, so the wait is over with the service
		return new Wait(row[3], issued, row[15].equals("NO_SERVER") ? ended : started);
	}

	/** The six times of a row; after midnight they are of the next day. */
	private static @Nullable Instant[] times(String[] row) {
		int[] columns = { 5, 6, 8, 9, 12, 13 };
		@Nullable Instant[] times = new Instant[columns.length];
		LocalDate first = LocalDate.parse(row[4]);
		LocalDate date = first;
		LocalTime before = null;
		for (int i = 0; i < columns.length; i++) {
			if (row[columns[i]].equals("0:00:00")) {
				continue;
			}
			LocalTime time = LocalTime.parse(row[columns[i]], CLOCK_FACE);
			if (before != null) {
				int back = before.toSecondOfDay() - time.toSecondOfDay();
				if (back > HALF_A_DAY) {
					date = date.plusDays(1);
				}
				else if (-back > HALF_A_DAY && date.isAfter(first)) {
					date = date.minusDays(1);
				}
			}
			before = time;
			times[i] = date.atTime(time).atZone(ZONE).toInstant();
		}
		return times;
	}

}
