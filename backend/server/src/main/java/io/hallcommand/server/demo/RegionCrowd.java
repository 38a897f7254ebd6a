package io.hallcommand.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.crowd.CrowdRun;
import io.hallcommand.sim.crowd.CrowdSettings;
import io.hallcommand.sim.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A light crowd for all halls of a city: a few events a second together, over the
 * connections of one client. The halls fill one after another, so that a start is not
 * held up by them.
 */
final class RegionCrowd implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RegionCrowd.class);

	private static final Duration BETWEEN = Duration.ofMillis(300);

	/** The hall whose line is cut says so soon, for it is there to be looked at. */
	private static final String SOON_SILENT = """
			{"rules":{"source-silent":{"levels":[{"threshold":300,"severity":"MINOR"}]}}}""";

	/** It is heard again so rarely, so that it is not forgotten. */
	private static final Duration SIGN_OF_LIFE = Duration.ofHours(12);

	private final List<CrowdRun> crowds = new ArrayList<>();

	private final HallClient connections;

	private final List<DemoRegion.Member> members;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final List<Thread> threads = new ArrayList<>();

	/**
	 * Starts to let people come.
	 * @param connections may report to all of these halls; the caller closes it
	 */
	RegionCrowd(HallClient connections, List<DemoRegion.Member> members) {
		this.connections = connections;
		this.members = members;
		begin("demo-region", this::fill);
	}

	private void fill() throws InterruptedException {
		for (DemoRegion.Member member : this.members) {
			if (this.closing.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
			switch (member.day()) {
				case USUAL -> come(member.plan().hall(), "weekday");
				case CALM -> come(member.plan().hall(), "quiet");
				case RUSH -> come(member.plan().hall(), "rush");
				case SILENT -> begin("demo-silence", () -> fallSilent(member.plan()));
				case NONE -> log.debug("Nobody comes to {}", member.plan().hall());
			}
		}
	}

	private synchronized void come(HallId hall, String day) {
		if (this.closing.getCount() > 0) {
			CrowdSettings settings = new CrowdSettings(hall.value().hashCode(), Scenario.named(day), true);
			this.crowds.add(CrowdRun.start(this.connections.to(hall), settings, InstantSource.system(), log::debug));
		}
	}

	private void fallSilent(HallPlan plan) throws InterruptedException {
		HallClient hall = this.connections.to(plan.hall());
		while (this.closing.getCount() > 0) {
			Duration rest = SIGN_OF_LIFE;
			try {
				hall.putRules(SOON_SILENT);
				hall.send(lastWords(plan, Instant.now()));
			}
			catch (HallUnavailable | HallRefused ex) {
				log.debug("{} was not heard", plan.hall(), ex);
				rest = Duration.ofSeconds(15);
			}
			if (this.closing.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
	}

	/** All windows open, somebody is served, and then nothing. */
	private static List<Report> lastWords(HallPlan plan, Instant now) {
		List<HallEvent.Fact> facts = new ArrayList<>();
		plan.windows().forEach((window) -> facts.add(new HallEvent.WindowOpened(window.id(), null, null)));
		WindowId window = plan.windows().getFirst().id();
		TicketId ticket = new TicketId("Z" + now.getEpochSecond() % 1_000_000);
		facts.add(new HallEvent.TicketIssued(ticket, plan.queues().getFirst().id(), Channel.KIOSK, Priority.NORMAL));
		facts.add(new HallEvent.TicketCalled(ticket, window));
		facts.add(new HallEvent.TicketStarted(ticket, window));
		facts.add(new HallEvent.TicketCompleted(ticket, null));
		List<Report> reports = new ArrayList<>();
		for (HallEvent.Fact fact : facts) {
			reports.add(new Report(new EventKey("sim-line-1", now.toEpochMilli() + "-" + reports.size()), now, fact));
		}
		return reports;
	}

	private interface Work {

		void run() throws InterruptedException;

	}

	private synchronized void begin(String name, Work work) {
		this.threads.add(Thread.ofVirtual().name(name).start(() -> {
			try {
				work.run();
			}
			catch (InterruptedException ex) {
				log.trace("Closed", ex);
			}
			catch (RuntimeException ex) {
				log.warn("The crowd of the demo's city stays away", ex);
			}
		}));
	}

	@Override
	public void close() {
		this.closing.countDown();
		List<CrowdRun> running;
		synchronized (this) {
			running = List.copyOf(this.crowds);
			this.threads.forEach(Thread::interrupt);
		}
		try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
			running.forEach((crowd) -> all.execute(crowd::close));
		}
	}

}
