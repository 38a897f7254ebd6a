package io.hallcommand.benchmark.client;

import org.HdrHistogram.Histogram;

/**
 * All screens of one hall together: what was sent to them, and what came. Confined to the
 * client's event loop.
 */
final class Audience {

	/** Events of which it is remembered when they were sent. */
	private static final int REMEMBERED = 1 << 17;

	private static final long LONGEST_MICROS = 120_000_000;

	private final int screens;

	/** The number of the event before the first. */
	private final long base;

	private final long[] sentAt = new long[REMEMBERED];

	private final Histogram latencyMicros = new Histogram(LONGEST_MICROS, 2);

	private long sent;

	private long arrived;

	private long messages;

	private long jumps;

	private long bytes;

	Audience(int screens, long base) {
		this.screens = screens;
		this.base = base;
	}

	int screens() {
		return this.screens;
	}

	long base() {
		return this.base;
	}

	long sent() {
		return this.sent;
	}

	/** So many more events are on their way since {@code now}. */
	void sending(int events, long now) {
		for (int i = 0; i < events; i++) {
			this.sentAt[(int) (this.sent++ & (REMEMBERED - 1))] = now;
		}
	}

	/** How many events the screens are behind, on average. */
	long behind() {
		return (this.screens == 0) ? 0 : this.sent - this.arrived / this.screens;
	}

	/**
	 * A screen received a message.
	 * @param before the number of the event that it had
	 * @param number of the event that the message leads to
	 */
	void message(long before, long number, long now) {
		this.messages++;
		if (number != before + 1) {
			this.jumps++;
		}
		this.arrived += number - before;
		// Events that one message brings: the oldest waited longest, the newest shortest
		record(before + 1, now);
		if (number > before + 1) {
			record(number, now);
		}
	}

	void received(int bytes) {
		this.bytes += bytes;
	}

	private void record(long number, long now) {
		long index = number - this.base - 1;
		if (index >= 0 && index < this.sent && index >= this.sent - REMEMBERED) {
			long micros = (now - this.sentAt[(int) (index & (REMEMBERED - 1))]) / 1000;
			this.latencyMicros.recordValue(Math.clamp(micros, 1, LONGEST_MICROS));
		}
	}

	/** Counts from here on. */
	void reset() {
		this.messages = 0;
		this.jumps = 0;
		this.bytes = 0;
		this.latencyMicros.reset();
	}

	Counts counts() {
		return new Counts(this.messages, this.arrived, this.jumps, this.bytes, this.latencyMicros.copy());
	}

	/**
	 * What came so far.
	 *
	 * @param messages since the last reset
	 * @param arrived events on all screens together since the beginning
	 * @param jumps messages that led on by more than one event, since the last reset
	 * @param bytes since the last reset
	 * @param latencyMicros from sending an event to its arrival, since the last reset
	 */
	record Counts(long messages, long arrived, long jumps, long bytes, Histogram latencyMicros) {

	}

}
