package io.hallcommand.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.crowd.CrowdSettings;
import io.hallcommand.sim.crowd.UsualWeeks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the demo hall what is usual on a weekday on which it was never open: its crowd
 * lives through some such days in memory. What the hall has seen itself stays.
 */
final class DemoUsual implements AutoCloseable {

	private static final int WEEKS = 8;

	private static final Duration AGAIN = Duration.ofSeconds(15);

	/** The hall ends its day first. */
	private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(DemoUsual.class);

	private final HallClient client;

	private final CrowdSettings settings;

	private final InstantSource clock;

	private final CountDownLatch closing = new CountDownLatch(1);

	private DemoUsual(HallClient client, CrowdSettings settings, InstantSource clock) {
		this.client = client;
		this.settings = settings;
		this.clock = clock;
	}

	static DemoUsual start(HallClient client, CrowdSettings settings, InstantSource clock) {
		DemoUsual usual = new DemoUsual(client, settings, clock);
		// It counts for a second or two: no work for a virtual thread
		Thread.ofPlatform().daemon().name("demo-usual").start(usual::run);
		return usual;
	}

	private void run() {
		try {
			Duration wait = Duration.ZERO;
			while (!this.closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
				wait = AGAIN;
				try {
					wait = tell();
				}
				catch (HallUnavailable | HallRefused ex) {
					logger.debug("The demo hall cannot be told what is usual", ex);
				}
			}
		}
		catch (InterruptedException ex) {
			// Closed
		}
	}

	/** Returns in how long it is to be looked at again: on the next day. */
	private Duration tell() throws HallUnavailable, InterruptedException {
		HallPlan plan = this.client.plan();
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, plan.timeZone());
		UsualDays known = this.client.usual();
		UsualDay day = (known.on(today) == null) ? UsualWeeks.today(now, plan, this.settings, WEEKS) : null;
		if (day != null) {
			Map<DayOfWeek, UsualDay> days = new EnumMap<>(DayOfWeek.class);
			days.putAll(known.byWeekday());
			days.put(today.getDayOfWeek(), day);
			this.client.putUsual(new UsualDays(days));
			logger.info("The demo hall knows what is usual on this weekday, by {} simulated days", WEEKS);
		}
		return Duration.between(now, today.plusDays(1).atStartOfDay(plan.timeZone()).toInstant()).plus(AFTER_MIDNIGHT);
	}

	@Override
	public void close() {
		this.closing.countDown();
	}

}
