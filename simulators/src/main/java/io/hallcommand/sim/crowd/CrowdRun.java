package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.sim.client.BackOff;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.engine.Agenda;
import io.hallcommand.sim.engine.Chance;
import io.hallcommand.sim.engine.Pace;
import io.hallcommand.sim.engine.PacedRun;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A crowd in a live hall, in real time, until it is closed. It begins with the hall as it
 * is: what waits or is served there goes on; an empty hall fills within seconds, with
 * device times of the last minutes. When the server is away for long it begins again the
 * same way.
 */
public final class CrowdRun implements AutoCloseable {

	/** How far back the first events lie: well within what a hall takes as on time. */
	private static final Duration LEAD = Duration.ofMinutes(9);

	private static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

	private final HallClient client;

	private final CrowdSettings settings;

	private final InstantSource clock;

	private final Consumer<String> log;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final Thread thread;

	private volatile @Nullable PacedRun paced;

	private volatile @Nullable Outbox outbox;

	private CrowdRun(HallClient client, CrowdSettings settings, InstantSource clock, Consumer<String> log) {
		this.client = client;
		this.settings = settings;
		this.clock = clock;
		this.log = log;
		this.thread = Thread.ofVirtual().name("crowd-" + client.hall()).unstarted(this::run);
	}

	/**
	 * Starts a crowd on threads of its own. The server need not be up yet.
	 * @param client may read the hall and report to it; the caller closes it
	 */
	public static CrowdRun start(HallClient client, CrowdSettings settings) {
		return start(client, settings, InstantSource.system(), (line) -> {
		});
	}

	/**
	 * As {@link #start(HallClient, CrowdSettings)}, with what is worth a line of log.
	 */
	public static CrowdRun start(HallClient client, CrowdSettings settings, InstantSource clock, Consumer<String> log) {
		CrowdRun run = new CrowdRun(client, settings, clock, log);
		run.thread.start();
		return run;
	}

	/**
	 * Events that the hall has taken since the present run began.
	 */
	public long sent() {
		Outbox outbox = this.outbox;
		return (outbox != null) ? outbox.sent() : 0;
	}

	private void run() {
		BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(15));
		try {
			while (this.closing.getCount() > 0) {
				Duration wait;
				try {
					live(this.client.plan(), this.client.view());
					backOff.succeeded();
					wait = Duration.ofSeconds(1);
				}
				catch (HallUnavailable ex) {
					wait = backOff.failed(ex.retryAfter());
				}
				catch (HallRefused ex) {
					this.log.accept(String.valueOf(ex.getMessage()));
					wait = backOff.failed(null);
				}
				this.closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			// Closed
		}
	}

	private void live(HallPlan plan, JsonNode view) throws InterruptedException {
		Instant now = this.clock.instant();
		boolean goesOn = TakeOver.anythingHappened(view);
		Instant last = TakeOver.at(view).plusMillis(1);
		Instant start = now.minus(LEAD);
		start = (goesOn && last.isAfter(start)) ? last : start;
		Outbox outbox = new Outbox(this.client, this.clock, this.log);
		String run = this.settings.seed() + "-" + Long.toString(now.toEpochMilli(), 36);
		Chance chance = new Chance(this.settings.seed() ^ now.toEpochMilli());
		Agenda agenda = new Agenda(start);
		DayClock dayClock = this.settings.alwaysOpen() ? DayClock.alwaysOpen(now, plan.timeZone())
				: DayClock.of(plan.timeZone());
		Crowd crowd = new Crowd(plan, this.settings.scenario(), chance, dayClock, agenda,
				new Reporter(run, outbox::add));
		TakeOver.of(view, crowd, chance.stream("take-over"));
		crowd.begin();
		crowd.fill(Duration.between(start, now).plusSeconds(goesOn ? 60 : 1));
		this.log.accept("Hall " + plan.hall() + (goesOn ? ": going on with " : ": beginning with ")
				+ view.path("today").path("waiting").intValue(0) + " waiting");
		PacedRun paced = new PacedRun(agenda, Pace.REAL_TIME, this.clock);
		this.paced = paced;
		this.outbox = outbox;
		Thread sender = Thread.ofVirtual().name("crowd-outbox").start(() -> send(outbox, paced));
		if (this.closing.getCount() > 0) {
			paced.run(now, FOREVER);
		}
		outbox.close();
		sender.join(Duration.ofSeconds(2));
		sender.interrupt();
	}

	private void send(Outbox outbox, PacedRun paced) {
		try {
			if (!outbox.run() && this.closing.getCount() > 0) {
				this.log.accept("The hall missed events: beginning again with its own picture");
			}
		}
		catch (InterruptedException ex) {
			// Closed
		}
		paced.stop();
	}

	@Override
	public void close() {
		this.closing.countDown();
		PacedRun paced = this.paced;
		if (paced != null) {
			paced.stop();
		}
		try {
			if (!this.thread.join(Duration.ofSeconds(3))) {
				this.thread.interrupt();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
