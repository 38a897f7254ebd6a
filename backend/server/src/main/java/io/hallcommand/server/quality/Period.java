package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is looked at, cut into the ten minutes of the clock. The first and the
 * last piece may be shorter.
 *
 * @param until not part of it
 */
record Period(Instant from, Instant until) {

	static final Duration PIECE = Duration.ofMinutes(10);

	Period {
		if (!from.isBefore(until)) {
			throw new IllegalArgumentException("A period ends after it begins");
		}
	}

	boolean contains(Instant time) {
		return !time.isBefore(this.from) && time.isBefore(this.until);
	}

	Duration length() {
		return Duration.between(this.from, this.until);
	}

	/** How many pieces there are. */
	int pieces() {
		return number(this.until.minusNanos(1)) + 1;
	}

	/** In which piece a time lies, from 0. */
	int number(Instant time) {
		return Math.toIntExact(clock(time) - clock(this.from));
	}

	/** When a piece begins; the one after the last begins at the end. */
	Instant begin(int number) {
		Instant begin = Instant.ofEpochSecond((clock(this.from) + number) * PIECE.toSeconds());
		if (begin.isBefore(this.from)) {
			return this.from;
		}
		return begin.isAfter(this.until) ? this.until : begin;
	}

	private static long clock(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), PIECE.toSeconds());
	}

}
