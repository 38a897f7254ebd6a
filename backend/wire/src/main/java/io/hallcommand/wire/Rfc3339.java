package io.hallcommand.wire;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Reads times as devices write them. Every event has one, and the JDK's formatter takes
 * longer for it than all else takes to read the event; so the usual shape is read by
 * hand, and whatever is not quite of that shape is left to the JDK.
 */
final class Rfc3339 {

	/** The length of {@code 2026-11-20T09:00:00}. */
	private static final int SECONDS_END = 19;

	private static final int NANO_DIGITS = 9;

	private Rfc3339() {
	}

	/**
	 * Reads a time with offset.
	 * @throws java.time.DateTimeException if it is none
	 */
	static OffsetDateTime parse(String text) {
		OffsetDateTime usual = usual(text);
		return (usual != null) ? usual : OffsetDateTime.parse(text);
	}

	/**
	 * Reads {@code 2026-11-20T09:00:00.123456+08:00}; {@code null} for any other shape.
	 */
	private static @Nullable OffsetDateTime usual(String text) {
		if (text.length() <= SECONDS_END || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
				|| text.charAt(13) != ':' || text.charAt(16) != ':') {
			return null;
		}
		int year = digits(text, 0, 4);
		int month = digits(text, 5, 7);
		int day = digits(text, 8, 10);
		int hour = digits(text, 11, 13);
		int minute = digits(text, 14, 16);
		int second = digits(text, 17, SECONDS_END);
		int offsetAt = SECONDS_END;
		int nano = 0;
		if (text.charAt(SECONDS_END) == '.') {
			offsetAt++;
			while (offsetAt < text.length() && isDigit(text.charAt(offsetAt))) {
				offsetAt++;
			}
			nano = nanos(text, SECONDS_END + 1, offsetAt);
		}
		ZoneOffset offset = offset(text, offsetAt);
		if (offset == null || (year | month | day | hour | minute | second | nano) < 0) {
			return null;
		}
		return OffsetDateTime.of(LocalDateTime.of(year, month, day, hour, minute, second, nano), offset);
	}

	private static @Nullable ZoneOffset offset(String text, int at) {
		int left = text.length() - at;
		if (left == 1 && text.charAt(at) == 'Z') {
			return ZoneOffset.UTC;
		}
		if (left != 6 || text.charAt(at + 3) != ':' || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
			return null;
		}
		int hours = digits(text, at + 1, at + 3);
		int minutes = digits(text, at + 4, at + 6);
		if ((hours | minutes) < 0) {
			return null;
		}
		return (text.charAt(at) == '-') ? ZoneOffset.ofHoursMinutes(-hours, -minutes)
				: ZoneOffset.ofHoursMinutes(hours, minutes);
	}

	/** Negative unless there are one to nine digits. */
	private static int nanos(String text, int from, int to) {
		if (to == from || to - from > NANO_DIGITS) {
			return -1;
		}
		int nanos = digits(text, from, to);
		for (int i = to - from; i < NANO_DIGITS; i++) {
			nanos *= 10;
		}
		return nanos;
	}

	/** Negative if anything else stands there. */
	private static int digits(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			if (!isDigit(text.charAt(i))) {
				return -1;
			}
			number = number * 10 + text.charAt(i) - '0';
		}
		return number;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
