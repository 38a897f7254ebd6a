package io.hallcommand.server.quality;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How good the alerts of a hall were in a time.
 */
@RestController
class QualityEndpoint {

	private static final Duration USUAL = Duration.ofDays(30);

	private static final Duration LONGEST = Duration.ofDays(400);

	/** What was raised longer before the period, and is still open, is not seen. */
	private static final Duration BEFORE = Duration.ofDays(30);

	private final AlertHistory history;

	private final Directory directory;

	private final InstantSource clock;

	QualityEndpoint(AlertHistory history, Directory directory, InstantSource clock) {
		this.history = history;
		this.directory = directory;
		this.clock = clock;
	}

	@GetMapping(path = "/api/halls/{hall}/alerts/quality", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ObjectNode> quality(@PathVariable("hall") String id, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		HallId hall = new HallId(id);
		Period period = period(time("from", from), time("to", to));
		Tally tally = new Tally(period,
				this.directory.plan(hall).orElseThrow(() -> Problems.noSuchHall(hall).exception()).timeZone());
		return this.history.read(hall, period.from().minus(BEFORE), period.until()).reduce(tally, (counted, entry) -> {
			counted.take(entry.event(), entry.time());
			return counted;
		}).map((counted) -> QualityJson.write(hall, counted.end()));
	}

	/** What is still to come has no alerts: it must not thin out those that were. */
	private Period period(@Nullable Instant from, @Nullable Instant to) {
		Instant now = this.clock.instant();
		Instant until = (to != null && to.isBefore(now)) ? to : now;
		Instant begin = (from != null) ? from : until.minus(USUAL);
		if (!begin.isBefore(until)) {
			throw Problems.badRequest("The parameter 'from' must be before 'to', and in the past.").exception();
		}
		if (Duration.between(begin, until).compareTo(LONGEST) > 0) {
			throw Problems
				.badRequest("The parameters 'from' and 'to' must not be more than " + LONGEST.toDays() + " days apart.")
				.exception();
		}
		return new Period(begin, until);
	}

	private static @Nullable Instant time(String parameter, @Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			// The plus of an offset that was not escaped arrives as a space
			return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
		}
		catch (DateTimeException ex) {
			throw Problems
				.badRequest("The parameter '" + parameter + "' cannot be '" + text
						+ "'. A time with offset is wanted, such as 2026-11-20T09:00:00+08:00.")
				.exception();
		}
	}

}
