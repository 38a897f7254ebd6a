package io.hallcommand.server.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on evenly when the machine's clock is set: how long somebody has waited must not
 * depend on that. It starts with the machine's time and follows it, but never by a leap
 * and never back: a difference is made up for slowly, by at most a twentieth of the time
 * that passes. A machine that slept has no such difference: its time has passed.
 */
public final class SteadyClock extends Clock {

	private static final Logger log = LoggerFactory.getLogger(SteadyClock.class);

	/** A difference of more than this means that the machine's clock was set. */
	static final Duration STEP = Duration.ofSeconds(2);

	/** Of the time that passes, the share by which a difference is made up for. */
	private static final long SHARE = 20;

	private final Clock machine;

	private final LongSupplier nanos;

	/**
	 * Seconds since the machine started, with those in which it slept; in nanoseconds.
	 */
	private final LongSupplier uptime;

	private final BiConsumer<Boolean, Duration> told;

	private Instant now;

	private long nanosThen;

	/** How much further the uptime is than the even counter: it grows while it sleeps. */
	private long asleep;

	private boolean set;

	/**
	 * The machine's time.
	 */
	public static SteadyClock system() {
		return new SteadyClock(Clock.systemUTC(), System::nanoTime, new Uptime(), SteadyClock::warn);
	}

	/**
	 * A clock that follows another one.
	 * @param told hears by how much the machine's clock was set, and when both agree
	 * again
	 */
	SteadyClock(Clock machine, LongSupplier nanos, LongSupplier uptime, BiConsumer<Boolean, Duration> told) {
		this.machine = machine;
		this.nanos = nanos;
		this.uptime = uptime;
		this.told = told;
		this.now = machine.instant();
		this.nanosThen = nanos.getAsLong();
		this.asleep = uptime.getAsLong() - this.nanosThen;
	}

	@Override
	public synchronized Instant instant() {
		long nanosNow = this.nanos.getAsLong();
		Duration passed = Duration.ofNanos(Math.max(0, nanosNow - this.nanosThen));
		this.nanosThen = nanosNow;
		Instant even = this.now.plus(passed);
		Duration ahead = Duration.between(even, this.machine.instant());
		if (ahead.compareTo(STEP) > 0) {
			Duration slept = slept(nanosNow);
			even = even.plus(slept);
			ahead = ahead.minus(slept);
		}
		tell(ahead);
		this.now = even.plus(made(ahead, passed));
		return this.now;
	}

	/** How much later than this clock the machine's is. */
	synchronized Duration difference() {
		return Duration.between(this.now, this.machine.instant());
	}

	/** So much of the difference is made up for now. */
	private static Duration made(Duration ahead, Duration passed) {
		Duration most = passed.dividedBy(SHARE);
		if (ahead.compareTo(most) > 0) {
			return most;
		}
		return (ahead.compareTo(most.negated()) < 0) ? most.negated() : ahead;
	}

	/** What the even counter did not see since it was asked last. */
	private Duration slept(long nanosNow) {
		long up = this.uptime.getAsLong();
		if (up == Uptime.UNKNOWN) {
			return Duration.ZERO;
		}
		Duration slept = Duration.ofNanos(up - nanosNow - this.asleep);
		if (slept.compareTo(STEP) <= 0) {
			return Duration.ZERO;
		}
		this.asleep += slept.toNanos();
		return slept;
	}

	private void tell(Duration ahead) {
		boolean isSet = ahead.abs().compareTo(STEP) > 0;
		if (isSet != this.set) {
			this.set = isSet;
			this.told.accept(isSet, ahead);
		}
	}

	private static void warn(boolean set, Duration ahead) {
		log.warn(set
				? "The machine's clock was set by {}: halls go on evenly and follow it slowly. If it was wrong before"
						+ " and is right now, start again."
				: "The machine's clock and that of the halls agree again ({})", ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	/** Instants have no zone: nobody asks this clock for local time. */
	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Only instants are asked of this clock");
	}

}
