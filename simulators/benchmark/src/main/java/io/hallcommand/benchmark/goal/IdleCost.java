package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.hallcommand.benchmark.client.IdleScreens;
import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.contestant.HallServer.Transport;
import io.hallcommand.benchmark.contestant.Nchan;
import io.hallcommand.benchmark.lab.CpuTime;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.Memory;
import io.hallcommand.benchmark.report.Finding;

/**
 * What a screen costs on which nothing happens.
 */
public final class IdleCost implements Goal {

	private static final int SCREENS = 5_000;

	private static final int MANY = 10_000;

	/** Come and go first, so that code and pools that all share are there. */
	private static final int FIRST = 1_000;

	private static final String KEPT = "the libraries' state of an RSocket connection and of its handlers stays";

	private static final Duration WATCHED = Duration.ofSeconds(15);

	@Override
	public List<Integer> numbers() {
		return List.of(4);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		Lab lab = servers.lab();
		List<Finding> findings = new ArrayList<>();
		Optional<Double> nchan = nchan(lab);
		HallServer server = servers.warm(Servers.Kind.SHIPPED);
		for (Transport transport : Transport.values()) {
			findings.add(memory(lab, server, transport, nchan));
		}
		findings.add(beating(lab, server));
		return findings;
	}

	private static Finding memory(Lab lab, HallServer server, Transport transport, Optional<Double> nchan)
			throws InterruptedException {
		Stage stage = server.stages(1, transport).getFirst();
		try (IdleScreens first = new IdleScreens()) {
			first.add(stage, FIRST);
		}
		TimeUnit.SECONDS.sleep(2);
		Memory before = Memory.ofJava(lab, server.pid());
		Memory after;
		try (IdleScreens screens = new IdleScreens()) {
			screens.add(stage, SCREENS);
			TimeUnit.SECONDS.sleep(2);
			after = Memory.ofJava(lab, server.pid());
			screens.check();
		}
		double each = (after.total() - before.total()) / 1000.0 / SCREENS;
		String parts = "%.1f kB of heap and %.1f kB of native memory".formatted(
				(after.heap() - before.heap()) / 1000.0 / SCREENS,
				(after.nativeMemory() - before.nativeMemory()) / 1000.0 / SCREENS);
		String what = "an idle screen by " + transport + ", memory";
		lab.tell("%s: %.1f kB (%s)".formatted(what, each, parts));
		if (nchan.isEmpty()) {
			return Finding.atMost(9.7, 4, what, each, "%.1f kB")
				.withRemark(parts + "; Nchan is not installed, 9.7 kB is what it took elsewhere")
				.because(KEPT);
		}
		return Finding.below(4, what, each, "Nchan", nchan.get(), "%.1f kB").withRemark(parts).because(KEPT);
	}

	private static Finding beating(Lab lab, HallServer server) throws InterruptedException {
		try (IdleScreens screens = new IdleScreens()) {
			screens.add(server.stages(1).getFirst(), MANY);
			TimeUnit.SECONDS.sleep(5);
			double percent = percent(server);
			screens.check();
			lab.tell("%,d idle screens: %.1f %% of a core".formatted(MANY, percent));
			return Finding
				.atMost(2, 4, "10,000 idle screens, a heartbeat every 10 s, CPU", percent, "%.1f %% of a core")
				.because("that is all the server does, also what it does without any screen");
		}
	}

	/** How busy the server keeps its core. */
	private static double percent(HallServer server) throws InterruptedException {
		double before = CpuTime.of(server.processes()).seconds();
		TimeUnit.NANOSECONDS.sleep(WATCHED.toNanos());
		return 100 * (CpuTime.of(server.processes()).seconds() - before) / WATCHED.toSeconds();
	}

	/** Resident kilobytes for each screen. */
	private static Optional<Double> nchan(Lab lab) throws InterruptedException {
		Optional<Nchan> installed = Nchan.start(lab, 600);
		if (installed.isEmpty()) {
			return Optional.empty();
		}
		try (Nchan server = installed.get(); IdleScreens screens = new IdleScreens()) {
			Stage stage = server.stages(1).getFirst();
			screens.add(stage, 100);
			TimeUnit.SECONDS.sleep(1);
			Memory before = Memory.resident(server.processes());
			screens.add(stage, SCREENS);
			TimeUnit.SECONDS.sleep(1);
			Memory after = Memory.resident(server.processes());
			screens.check();
			return Optional.of((after.total() - before.total()) / 1000.0 / SCREENS);
		}
	}

}
