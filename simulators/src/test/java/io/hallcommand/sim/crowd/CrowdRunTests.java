package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrowdRunTests {

	private static final HallId HALL = new HallId("civic-centre");

	/** A Sunday at night: a demonstration must move all the same. */
	private final InstantSource sundayNight = later(
			Duration.between(InstantSource.system().instant(), Instant.parse("2026-11-22T16:00:00Z")));

	private volatile Duration passed = Duration.ZERO;

	private TestServer server;

	private HallClient client;

	@BeforeEach
	void start() throws Exception {
		this.server = new TestServer(HALL, this::now);
		this.client = this.server.client();
		this.server.plan(TestPlan.of(HALL, HallClock.LIVE));
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@Test
	void anEmptyHallIsAliveWithinSecondsAndNothingIsOdd() {
		try (CrowdRun run = run(this::now)) {
			await(() -> run.sent() > 0 && serving() > 15 && waiting() > 10);
		}
		assertThat(odd()).isEmpty();
	}

	@Test
	void aSecondRunGoesOnFromTheDataOfTheFirst() {
		try (CrowdRun run = run(this::now)) {
			await(() -> run.sent() > 0 && serving() > 15);
		}
		long before = this.server.journal().size();
		this.passed = Duration.ofMinutes(8);
		try (CrowdRun run = run(this::now)) {
			await(() -> run.sent() > 60 && this.server.journal().size() > before + 60);
		}
		assertThat(odd()).isEmpty();
	}

	@Test
	void aServerThatFailsNowAndThenGetsEveryEventOnce() {
		this.server.failsBefore((batch) -> batch % 3 == 1);
		this.server.failsAfter((batch) -> batch % 3 == 2);
		try (CrowdRun run = run(this::now)) {
			await(() -> run.sent() > 0 && serving() > 15);
		}
		assertThat(odd()).isEmpty();
		assertThat(this.server.journal()).extracting(JournalEntry::key).doesNotHaveDuplicates();
	}

	private CrowdRun run(InstantSource clock) {
		return CrowdRun.start(this.client, CrowdSettings.demo(), clock, (line) -> {
		});
	}

	private Instant now() {
		return this.sundayNight.instant().plus(this.passed);
	}

	private static InstantSource later(Duration offset) {
		return () -> InstantSource.system().instant().plus(offset);
	}

	private long serving() {
		return this.server.view()
			.path("windows")
			.values()
			.stream()
			.filter((window) -> window.path("status").stringValue("").equals("SERVING"))
			.count();
	}

	private int waiting() {
		return this.server.view().path("today").path("waiting").intValue(0);
	}

	private List<JournalEntry> odd() {
		return this.server.journal().stream().filter((entry) -> entry.anomaly() != null).toList();
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
			LockSupport.parkNanos(20_000_000);
		}
	}

}
