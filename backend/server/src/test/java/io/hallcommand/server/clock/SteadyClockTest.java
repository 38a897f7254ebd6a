package io.hallcommand.server.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.PlanJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SteadyClockTest {

	private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

	private final Machine machine = new Machine();

	private final SteadyClock clock = this.machine.clock();

	@Test
	void itIsTheMachinesTimeWhileNobodySetsIt() {
		this.machine.pass(Duration.ofHours(3));
		assertThat(this.clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
	}

	@Test
	void aClockThatIsSetIsFollowedSlowly() {
		this.machine.set(Duration.ofHours(1));
		assertThat(this.clock.instant()).isEqualTo(START);
		this.machine.pass(Duration.ofMinutes(20));
		assertThat(this.clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(21)));
		for (int i = 0; i < 24 * 60; i++) {
			this.machine.pass(Duration.ofMinutes(1));
			this.clock.instant();
		}
		assertThat(this.clock.difference()).isZero();
	}

	@Test
	void aClockThatIsSetBackNeverMakesTimeGoBack() {
		Instant before = this.clock.instant();
		this.machine.set(Duration.ofDays(-2));
		for (int i = 0; i < 100; i++) {
			this.machine.pass(Duration.ofSeconds(1));
			Instant now = this.clock.instant();
			assertThat(now).isAfter(before);
			before = now;
		}
		assertThat(before).isBetween(START.plusSeconds(95), START.plusSeconds(100));
	}

	@Test
	void aMachineThatSleptHasGrownOlder() {
		this.machine.pass(Duration.ofMinutes(1));
		this.clock.instant();
		this.machine.sleep(Duration.ofHours(5));
		assertThat(this.clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(1)).plus(Duration.ofHours(5)));
		this.machine.pass(Duration.ofMinutes(1));
		assertThat(this.clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(2)).plus(Duration.ofHours(5)));
	}

	/**
	 * A hall whose machine's clock is set back and forth raises what another raises whose
	 * clock is left alone, and when it does, up to the share by which the clock follows.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void noAlertIsFalseAndNoneIsMissing(long seed) {
		Random random = new Random(seed);
		Machine calm = new Machine();
		Run left = new Run(calm.clock());
		Run set = new Run(this.clock);
		for (int second = 0; second < 6 * 3600; second += 5) {
			calm.pass(Duration.ofSeconds(5));
			this.machine.pass(Duration.ofSeconds(5));
			if (random.nextInt(300) == 0) {
				long by = random.nextInt(7200) - 3600;
				this.machine.set(Duration.ofSeconds(random.nextInt(10) == 0 ? by * 24 : by));
			}
			if (random.nextInt(5) == 0) {
				this.machine.set(this.machine.offset.negated());
			}
			// Nobody waits for longer than 25 minutes, or for less than 45
			HallEvent.Fact fact = fact(second);
			left.step(fact, second);
			set.step(fact, second);
		}
		assertThat(left.raised).hasSizeGreaterThan(4);
		assertThat(set.raised).hasSameSizeAs(left.raised);
		for (int i = 0; i < left.raised.size(); i++) {
			assertThat(set.raised.get(i)).as("alert " + i).isCloseTo(left.raised.get(i), within(120));
		}
	}

	/** One visitor after another: every other one waits too long. */
	private static HallEvent.@Nullable Fact fact(int second) {
		int visitor = second / 3600;
		TicketId ticket = new TicketId("T" + visitor);
		int into = second % 3600;
		if (into == 0) {
			return new HallEvent.TicketIssued(ticket, new QueueId("tax"), Channel.KIOSK, Priority.NORMAL);
		}
		return (into == ((visitor % 2 == 0) ? 2700 : 1500)) ? new HallEvent.TicketAbandoned(ticket) : null;
	}

	/**
	 * A hall on a clock, and the seconds at which it raised alerts.
	 */
	private static final class Run {

		private final Hall hall = Hall.empty(new HallId("h"));

		private final SteadyClock clock;

		final List<Integer> raised = new ArrayList<>();

		Run(SteadyClock clock) {
			this.clock = clock;
			this.hall.plan(plan(), "test", new EventKey("hall", "p"), clock.instant());
		}

		void step(HallEvent.@Nullable Fact fact, int second) {
			Instant now = this.clock.instant();
			List<JournalEntry> entries = (fact != null)
					? this.hall.report(new Report(new EventKey("d", "e" + second), null, fact), now)
					: this.hall.wake(now);
			for (JournalEntry entry : entries) {
				if (entry.event() instanceof HallEvent.AlertMoved moved && (moved.event() instanceof AlertEvent.Raised
						|| moved.event() instanceof AlertEvent.Changed || moved.event() instanceof AlertEvent.Cleared
						|| moved.event() instanceof AlertEvent.Returned)) {
					this.raised.add(second);
				}
			}
		}

		private static HallPlan plan() {
			PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree("""
					{"name":"h","zones":[{"id":"A","name":"A"}],"queues":[{"id":"tax","name":"tax"}],
					 "windows":[{"id":"1","zone":"A","queues":["tax"]}]}"""), new HallId("h"));
			return Objects.requireNonNull(reading.plan());
		}

	}

	/**
	 * A machine whose clock can be set, and which can be put to sleep.
	 */
	private static final class Machine extends Clock {

		private Duration passed = Duration.ZERO;

		private Duration slept = Duration.ZERO;

		Duration offset = Duration.ZERO;

		SteadyClock clock() {
			return new SteadyClock(this, () -> this.passed.toNanos(), () -> 1 + this.passed.plus(this.slept).toNanos(),
					(set, ahead) -> {
					});
		}

		void pass(Duration time) {
			this.passed = this.passed.plus(time);
		}

		void sleep(Duration time) {
			this.slept = this.slept.plus(time);
		}

		void set(Duration by) {
			this.offset = this.offset.plus(by);
		}

		@Override
		public Instant instant() {
			return START.plus(this.passed).plus(this.slept).plus(this.offset);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
