package io.hallcommand.sim.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;

import io.hallcommand.core.hall.PlanCheck;
import org.jspecify.annotations.Nullable;

import io.hallcommand.sim.replay.Oddity.Kind;

/**
 * Makes a visit of a row, and says what is odd about it.
 */
final class RowReader {

	/**
	 * A log that is kept in whole seconds may be so far off between two of its clocks.
	 */
	private static final Duration ROUNDING = Duration.ofSeconds(2);

	private final LogMapping mapping;

	private final List<String> header;

	private final Consumer<Oddity> oddities;

	RowReader(LogMapping mapping, List<String> header, Consumer<Oddity> oddities) {
		this.mapping = mapping;
		this.header = header;
		this.oddities = oddities;
		LogMapping.Columns columns = mapping.columns();
		for (String column : List.of(columns.date(), columns.queue(), columns.server(), columns.outcome(),
				columns.entered(), columns.arrived(), columns.queued(), columns.dequeued(), columns.started(),
				columns.ended())) {
			if (!header.contains(column)) {
				throw new IllegalArgumentException("The log has no column '" + column + "'; it has " + header);
			}
		}
	}

	@Nullable LogVisit read(long line, List<String> fields) {
		if (fields.size() != this.header.size()) {
			odd(line, Kind.UNREADABLE, fields.size() + " fields instead of " + this.header.size());
			return null;
		}
		try {
			return visit(line, fields);
		}
		catch (DateTimeException ex) {
			odd(line, Kind.UNREADABLE, String.valueOf(ex.getMessage()));
			return null;
		}
	}

	private @Nullable LogVisit visit(long line, List<String> fields) {
		LogMapping.Columns columns = this.mapping.columns();
		String word = field(fields, columns.outcome());
		LogMapping.Outcome outcome = this.mapping.outcomes().get(word);
		String queue = field(fields, columns.queue());
		if (outcome == null || !PlanCheck.validId(queue)) {
			odd(line, Kind.UNREADABLE,
					(outcome == null) ? "unknown outcome '" + word + "'" : "bad queue '" + queue + "'");
			return null;
		}
		if (outcome == LogMapping.Outcome.IGNORED) {
			odd(line, Kind.IGNORED, word);
			return null;
		}
		Clock clock = new Clock(line, LocalDate.parse(field(fields, columns.date()), this.mapping.format().dates()));
		Instant entered = clock.next(columns.entered(), field(fields, columns.entered()));
		Instant arrived = clock.next(columns.arrived(), field(fields, columns.arrived()));
		Instant queued = clock.next(columns.queued(), field(fields, columns.queued()));
		Instant dequeued = clock.next(columns.dequeued(), field(fields, columns.dequeued()));
		Instant started = clock.next(columns.started(), field(fields, columns.started()));
		Instant ended = clock.next(columns.ended(), field(fields, columns.ended()));
		Instant came = (queued != null) ? queued : (arrived != null) ? arrived : entered;
		if (outcome == LogMapping.Outcome.ABANDONED) {
			return abandoned(line, queue, queued, dequeued, started != null);
		}
		if (came == null) {
			odd(line, Kind.UNREADABLE, "served, but came at no time");
			return null;
		}
		String server = field(fields, columns.server());
		return served(line, queue, came, dequeued, server, started, ended);
	}

	private @Nullable LogVisit abandoned(long line, String queue, @Nullable Instant queued, @Nullable Instant dequeued,
			boolean served) {
		if (queued == null || dequeued == null) {
			odd(line, Kind.NO_TICKET, "never queued");
			return null;
		}
		if (served) {
			odd(line, Kind.ABANDONED_YET_SERVED, "hung up while queueing, yet has times of service");
		}
		return new LogVisit(line, queue, queued, null, null, later(queued, dequeued), false);
	}

	private @Nullable LogVisit served(long line, String queue, Instant came, @Nullable Instant dequeued, String server,
			@Nullable Instant started, @Nullable Instant ended) {
		if (started == null || ended == null) {
			odd(line, Kind.SERVED_WITHOUT_TIMES, "served by " + server + ", but at no time");
			return new LogVisit(line, queue, came, null, null, (dequeued != null) ? later(came, dequeued) : came, true);
		}
		if (dequeued != null && started.isBefore(dequeued)) {
			Duration early = Duration.between(started, dequeued);
			odd(line, (early.compareTo(ROUNDING) <= 0) ? Kind.ROUNDED : Kind.SERVED_WHILE_WAITING,
					"the service began " + early.toSeconds() + " s before the wait ended");
		}
		Instant issued = came.isBefore(started) ? came : started;
		Instant left = later(started, ended);
		if (this.mapping.format().isNobody(server) || !PlanCheck.validId(server)) {
			odd(line, Kind.SERVED_BY_NOBODY, "served, but the server is '" + server + "'");
			return new LogVisit(line, queue, issued, null, null, left, true);
		}
		return new LogVisit(line, queue, issued, server, started, left, true);
	}

	private String field(List<String> fields, String column) {
		return fields.get(this.header.indexOf(column)).strip();
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private void odd(long line, Kind kind, String detail) {
		this.oddities.accept(new Oddity(line, kind, detail));
	}

	/**
	 * Follows the times of a row over midnight.
	 */
	private final class Clock {

		private static final int HALF_A_DAY = 12 * 3600;

		private final long line;

		private final LocalDate first;

		private LocalDate date;

		private @Nullable LocalTime last;

		private @Nullable String lastName;

		Clock(long line, LocalDate date) {
			this.line = line;
			this.first = date;
			this.date = date;
		}

		@Nullable Instant next(String name, String text) {
			LocalTime time = RowReader.this.mapping.format().time(text);
			if (time == null) {
				return null;
			}
			LocalTime before = this.last;
			if (before != null) {
				follow(name, before.toSecondOfDay() - time.toSecondOfDay());
			}
			this.last = time;
			this.lastName = name;
			return LocalDateTime.of(this.date, time).atZone(RowReader.this.mapping.timeZone()).toInstant();
		}

		/** By how many seconds the clock face went back; a negative number means on. */
		private void follow(String name, int back) {
			if (back > HALF_A_DAY) {
				this.date = this.date.plusDays(1);
				odd(this.line, Kind.OVER_MIDNIGHT, name + " is of " + this.date);
			}
			else if (-back > HALF_A_DAY && this.date.isAfter(this.first)) {
				// A second or two back over midnight
				this.date = this.date.minusDays(1);
			}
			else if (back > ROUNDING.toSeconds() && !serviceWhileWaiting(name)) {
				odd(this.line, Kind.TIME_BACKWARDS, name + " is " + back + " s before " + this.lastName);
			}
		}

		/** That has a kind of its own. */
		private boolean serviceWhileWaiting(String name) {
			LogMapping.Columns columns = RowReader.this.mapping.columns();
			return name.equals(columns.started()) && columns.dequeued().equals(this.lastName);
		}

	}

}
