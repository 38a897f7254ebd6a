package io.hallcommand.sim.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.crowd.CrowdDay;
import io.hallcommand.sim.crowd.CrowdRun;
import io.hallcommand.sim.crowd.CrowdSettings;
import io.hallcommand.sim.crowd.UsualWeeks;
import io.hallcommand.sim.engine.Pace;
import io.hallcommand.sim.replay.Recording;
import io.hallcommand.sim.replay.Replay;
import io.hallcommand.sim.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A crowd in a live hall, or a whole day of it in a replayed one.
 */
@Command(name = "crowd", mixinStandardHelpOptions = true,
		description = { "Brings a hall to life with a seeded day of visitors.",
				"Without --date it runs in real time in a hall that exists, from the present on, until Ctrl-C.",
				"With --date it plays that whole day into a hall whose clock is REPLAY (--like makes one)." },
		footer = { "", "Examples:", "  hall-sim crowd",
				"  hall-sim crowd --scenario rush --seed 7 --hours real --duration 600", "  hall-sim crowd --usual 8",
				"  hall-sim crowd --hall friday --like civic-centre --date 2026-11-20 --pace max" })
final class CrowdCommand implements Callable<Integer> {

	private static final int MOST_WEEKS = 52;

	@Mixin
	private ServerOptions server = new ServerOptions();

	@Option(names = "--hall", defaultValue = "civic-centre", paramLabel = "HALL",
			description = "The hall (default: ${DEFAULT-VALUE}).")
	private String hall = "";

	@Option(names = "--scenario", defaultValue = Scenario.WEEKDAY, paramLabel = "DAY",
			description = "weekday, rush or quiet (default: ${DEFAULT-VALUE}).")
	private String scenario = "";

	@Option(names = "--seed", defaultValue = "1", description = "Any number (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--hours", defaultValue = "always", paramLabel = "always|real",
			description = "'always': busy at any time of day; 'real': the hall's working days, 9 to 17 (default: ${DEFAULT-VALUE}).")
	private String hours = "";

	@Option(names = "--duration", paramLabel = "SECONDS", description = "Stop after so long (default: never).")
	private @Nullable Integer duration;

	@Option(names = "--date", paramLabel = "DATE", description = "Play this whole day instead.")
	private @Nullable LocalDate date;

	@Option(names = "--pace", defaultValue = "max", paramLabel = "N|max",
			description = "With --date: times as fast as real time (default: ${DEFAULT-VALUE}).")
	private String pace = "";

	@Option(names = "--usual", paramLabel = "WEEKS",
			description = "First tell the hall what is usual there: the mean of so many simulated weeks before.")
	private @Nullable Integer usual;

	@Option(names = "--like", paramLabel = "HALL",
			description = "With --date: make the hall if there is none, with the plan of this one.")
	private @Nullable String like;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		CrowdSettings settings = new CrowdSettings(this.seed, Scenario.named(this.scenario),
				!this.hours.equals("real"));
		try (HallClient client = this.server.client(this.hall)) {
			return (this.date != null) ? day(client, settings, this.date) : live(client, settings);
		}
	}

	private int live(HallClient client, CrowdSettings settings) throws Exception {
		if (client.plan().clock() == HallClock.REPLAY) {
			throw new IllegalArgumentException(
					"Hall " + this.hall + " lives in the time of its events: give a day with --date");
		}
		Console console = new Console(this.spec);
		usual(client, settings, Instant.now(), console);
		try (CrowdRun run = CrowdRun.start(client, settings, InstantSource.system(), console::line)) {
			long end = System.nanoTime()
					+ Duration.ofSeconds((this.duration != null) ? this.duration : Integer.MAX_VALUE).toNanos();
			CountDownLatch never = new CountDownLatch(1);
			while (System.nanoTime() < end) {
				long left = Math.min(Duration.ofSeconds(10).toNanos(), end - System.nanoTime());
				if (never.await(Math.max(left, 1), TimeUnit.NANOSECONDS)) {
					break;
				}
				console.line(run.sent() + " events sent");
			}
		}
		return 0;
	}

	private int day(HallClient client, CrowdSettings settings, LocalDate date) throws Exception {
		Console console = new Console(this.spec);
		if (this.like != null && client.planIfAny().isEmpty()) {
			try (HallClient model = this.server.client(this.like)) {
				client.putPlan(model.plan().replayedBy(client.hall()));
			}
		}
		CrowdSettings hours = new CrowdSettings(this.seed, settings.scenario(), false);
		usual(client, hours, date.atStartOfDay(client.plan().timeZone()).toInstant(), console);
		List<Report> reports = CrowdDay.reports(client.plan(), settings, date);
		Recording recording = new Recording(this.scenario + " " + date, reports, null, new TreeMap<>(), List.of(), 0);
		Replay replay = new Replay(client, Replay.Settings.http(Pace.parse(this.pace)), console::line);
		return console.result(recording, replay.run(recording));
	}

	private void usual(HallClient client, CrowdSettings settings, Instant moment, Console console) throws Exception {
		if (this.usual != null) {
			if (this.usual < 1 || this.usual > MOST_WEEKS) {
				throw new IllegalArgumentException("--usual is from 1 to " + MOST_WEEKS + " weeks");
			}
			client.putUsual(UsualWeeks.before(moment, client.plan(), settings, this.usual));
			console.line("Hall " + this.hall + " knows what is usual, by " + this.usual + " simulated weeks");
		}
	}

}
