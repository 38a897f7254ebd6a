package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.report.Finding;

/**
 * Whether cost grows no faster than the work: the server's CPU for each delivery at once,
 * twice and four times as many screens, halls, and people waiting.
 */
public final class Growth implements Goal {

	private static final int[] TIMES = { 1, 2, 4 };

	/** What noise may add: the figures of two runs of the same differ by so much. */
	private static final double NOISE = 1.25;

	private final FanOut.WarmUp warmUp;

	private final Duration measured;

	private final Map<String, List<Double>> curves = new LinkedHashMap<>();

	public Growth(FanOut.WarmUp warmUp, Duration measured) {
		this.warmUp = warmUp;
		this.measured = measured;
	}

	@Override
	public List<Integer> numbers() {
		return List.of(8);
	}

	/** Microseconds of CPU a delivery at 1×, 2× and 4×, by what grew. */
	public Map<String, List<Double>> curves() {
		return this.curves;
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		Lab lab = servers.lab();
		List<Finding> findings = new ArrayList<>();
		HallServer server = servers.warm(Servers.Kind.FRAME_AN_EVENT);
		findings.add(grow(lab, server, "screens of a hall", 1_000, (times) -> run(server, 1, 1_000 * times, 0)));
		findings.add(grow(lab, server, "halls, 10 screens each", 50, (times) -> run(server, 50 * times, 10, 0)));
		findings.add(grow(lab, server, "people waiting in a hall, 500 screens", 250,
				(times) -> run(server, 1, 500, 250 * times)));
		return findings;
	}

	private interface Run {

		FanOut.Result at(int times) throws InterruptedException;

	}

	private Finding grow(Lab lab, HallServer server, String what, int once, Run run) throws InterruptedException {
		List<Double> costs = new ArrayList<>();
		List<String> told = new ArrayList<>();
		for (int times : TIMES) {
			FanOut.Result result = run.at(times);
			lab.tell(Told.of(server.name() + ", " + once * times + " " + what, result));
			costs.add(result.cpuMicrosPerMessage());
			told.add("%.1f µs at %,d".formatted(result.cpuMicrosPerMessage(), once * times));
		}
		this.curves.put(what, costs);
		return Finding
			.atMost(NOISE, 8, "4× the " + what + ": CPU a delivery grows by", costs.getLast() / costs.getFirst(),
					"%.2f×")
			.withRemark(String.join(", ", told));
	}

	private FanOut.Result run(HallServer server, int halls, int screens, int waiting) throws InterruptedException {
		FanOut.Settings settings = new FanOut.Settings(screens, 1, 3, this.warmUp, this.measured);
		return new FanOut(settings).run(server.stages(halls, HallServer.Transport.SSE, waiting), server.processes());
	}

}
