package io.hallcommand.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.goal.AlertToScreen;
import io.hallcommand.benchmark.goal.EmergencyToScreen;
import io.hallcommand.benchmark.goal.Goal;
import io.hallcommand.benchmark.goal.Growth;
import io.hallcommand.benchmark.goal.IdleCost;
import io.hallcommand.benchmark.goal.Intake;
import io.hallcommand.benchmark.goal.PostToScreen;
import io.hallcommand.benchmark.goal.Pressure;
import io.hallcommand.benchmark.goal.Servers;
import io.hallcommand.benchmark.goal.Start;
import io.hallcommand.benchmark.goal.WritePerFrame;
import io.hallcommand.benchmark.lab.Cores;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.Machine;
import io.hallcommand.benchmark.report.Chart;
import io.hallcommand.benchmark.report.Finding;
import io.hallcommand.benchmark.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures and prints.
 */
@Command(name = "run", mixinStandardHelpOptions = true,
		description = "Measures the server beside its references, on the same work in one run.")
final class RunCommand implements Callable<Integer> {

	private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);

	@Option(names = "--server", required = true, paramLabel = "JAR", description = "The packaged server.")
	private Path server = Path.of("");

	@Option(names = "--goals", split = ",", paramLabel = "N", description = "Only these goals (default: all).")
	private List<Integer> only = new ArrayList<>();

	@Option(names = "--seconds", defaultValue = "4", description = "How long each run is measured.")
	private int seconds;

	@Option(names = "--warm-up", defaultValue = "2",
			description = "How long each run warms up at least, in seconds; longer while a server compiles itself.")
	private int warmUp;

	@Option(names = "--out", paramLabel = "DIR", description = "Write figures.md and growth.svg there too.")
	private @Nullable Path out;

	@Override
	public Integer call() throws InterruptedException, IOException {
		if (!Files.isRegularFile(this.server)) {
			throw new IllegalArgumentException("There is no " + this.server);
		}
		Cores.moveThisProcess();
		FanOut.WarmUp warm = new FanOut.WarmUp(Duration.ofSeconds(this.warmUp), LONGEST_WARM_UP);
		Duration measured = Duration.ofSeconds(this.seconds);
		Report report = new Report();
		Growth growth = new Growth(new FanOut.WarmUp(Duration.ofSeconds(2), LONGEST_WARM_UP), Duration.ofSeconds(4));
		long began = System.nanoTime();
		try (Lab lab = new Lab(this.server.toAbsolutePath(),
				(line) -> System.err.printf("%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000L, line))) {
			// Those on the same server stand together
			List<Goal> goals = List.of(growth, new WritePerFrame(warm, measured), new IdleCost(),
					new PostToScreen(15, 2 * this.seconds), new Pressure(warm, measured), new Intake(2 * this.seconds),
					new AlertToScreen(), new EmergencyToScreen(), new Start());
			try (Servers servers = new Servers(lab)) {
				for (Goal goal : goals) {
					if (this.only.isEmpty() || goal.numbers().stream().anyMatch(this.only::contains)) {
						measure(goal, servers, report);
					}
				}
			}
		}
		String text = report.table() + "\n" + Machine.description() + "\n";
		System.out.print(text);
		if (this.out != null) {
			Files.createDirectories(this.out);
			Files.writeString(this.out.resolve("figures.md"), text);
			if (!growth.curves().isEmpty()) {
				Files.writeString(this.out.resolve("growth.svg"), Chart.of(growth.curves()));
			}
		}
		return 0;
	}

	/** A goal that cannot be measured stands in the table as missed, with the reason. */
	private static void measure(Goal goal, Servers servers, Report report) throws InterruptedException {
		try {
			report.add(goal.measure(servers));
		}
		catch (RuntimeException ex) {
			servers.lab().tell("Goal " + goal.numbers() + " could not be measured: " + ex.getMessage());
			servers.lab().tell(servers.lab().lastWords());
			goal.numbers().forEach((number) -> report.add(List.of(Finding.failed(number, ex))));
		}
	}

}
