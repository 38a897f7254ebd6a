package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.contestant.Contestant;
import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.contestant.HallServer.Transport;
import io.hallcommand.benchmark.contestant.JavaReference;
import io.hallcommand.benchmark.contestant.Nchan;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.report.Finding;

/**
 * Each event is a frame of its own, and each screen gets each frame by a write of its
 * own: what a write costs. The references get events that are as long.
 */
public final class WritePerFrame implements Goal {

	private static final int HALLS = 2;

	/** Enough that there is always work, too few for frames to be joined. */
	private static final int WINDOW = 3;

	private static final List<Integer> SCREENS = List.of(1_000, 5_000);

	private static final Map<Integer, String> WHY = Map.of(1,
			"each frame was also a POST that was authenticated, decided and committed, which weighs the more the fewer"
					+ " screens share it",
			3, "each payload passes the RSocket library once more for each screen");

	private final Duration warmUp;

	private final Duration measured;

	public WritePerFrame(Duration warmUp, Duration measured) {
		this.warmUp = warmUp;
		this.measured = measured;
	}

	@Override
	public List<Integer> numbers() {
		return List.of(1, 3);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		Lab lab = servers.lab();
		List<Finding> findings = new ArrayList<>();
		List<Measured> ours = new ArrayList<>();
		List<Measured> tcp = new ArrayList<>();
		List<Measured> webSocket = new ArrayList<>();
		HallServer hall = servers.warm(Servers.Kind.FRAME_AN_EVENT);
		for (int screens : SCREENS) {
			ours.add(run(lab, hall, hall.stages(HALLS), screens, "SSE"));
			tcp.add(run(lab, hall, hall.stages(HALLS, Transport.RSOCKET_TCP), screens, "RSocket TCP"));
			webSocket
				.add(run(lab, hall, hall.stages(HALLS, Transport.RSOCKET_WEB_SOCKET), screens, "RSocket WebSocket"));
		}
		servers.close();
		int bytes = (int) Math.round(ours.getFirst().result().bytesPerMessage());
		List<Measured> netty = new ArrayList<>();
		List<Measured> spring = new ArrayList<>();
		List<Measured> nchan = new ArrayList<>();
		try (JavaReference server = JavaReference.bareNetty(lab, bytes)) {
			compare(lab, server, netty);
		}
		try (JavaReference server = JavaReference.spring(lab, bytes)) {
			compare(lab, server, spring);
		}
		Optional<Nchan> installed = Nchan.start(lab, bytes);
		if (installed.isPresent()) {
			try (Nchan server = installed.get()) {
				compare(lab, server, nchan);
			}
		}
		for (int i = 0; i < SCREENS.size(); i++) {
			String screens = "%,d screens".formatted(SCREENS.get(i));
			double own = ours.get(i).writesPerSecond();
			findings
				.add(finding(0.9, 1, "SSE, " + screens + ", a write a frame", ours.get(i), "bare Netty", netty.get(i)));
			if (nchan.isEmpty()) {
				findings.add(Finding.of(1, "SSE, " + screens + ", beside Nchan", "%,.0f/s".formatted(own),
						"not installed: apt-get install nginx-light libnginx-mod-nchan"));
			}
			else {
				findings.add(finding(1.0, 1, "SSE, " + screens + ", beside Nchan", ours.get(i), "Nchan", nchan.get(i)));
			}
			findings.add(finding(1.0, 1, "SSE, " + screens + ", beside WebFlux as shipped", ours.get(i), "WebFlux",
					spring.get(i)));
			findings.add(finding(0.8, 3, "RSocket TCP, " + screens, tcp.get(i), "our SSE", ours.get(i)));
			findings.add(finding(0.8, 3, "RSocket WebSocket, " + screens, webSocket.get(i), "our SSE", ours.get(i)));
		}
		return findings;
	}

	/**
	 * What a run gave.
	 *
	 * @param framesPerWrite above 1 where the server joined what waited
	 */
	private record Measured(FanOut.Result result, double framesPerWrite) {

		double writesPerSecond() {
			return this.result.messagesPerSecond() / this.framesPerWrite;
		}

		double cpuMicros() {
			return this.result.cpuMicrosPerMessage() * this.framesPerWrite;
		}

	}

	private static Finding finding(double factor, int goal, String what, Measured measured, String reference,
			Measured beside) {
		return Finding
			.atLeast(factor, goal, what, measured.writesPerSecond(), reference, beside.writesPerSecond(), "%,.0f/s")
			.withRemark(
					"a write: %.1f µs beside %.1f µs of the server's CPU; %.2f frames a write; p99 %.0f beside %.0f ms"
						.formatted(measured.cpuMicros(), beside.cpuMicros(), measured.framesPerWrite(),
								measured.result().p99Millis(), beside.result().p99Millis()))
			.because(WHY.getOrDefault(goal, ""));
	}

	private void compare(Lab lab, Contestant server, List<Measured> results) throws InterruptedException {
		server.warmUp();
		for (int screens : SCREENS) {
			results.add(run(lab, server, server.stages(HALLS), screens, "SSE"));
		}
	}

	private Measured run(Lab lab, Contestant server, List<Stage> stages, int screens, String transport)
			throws InterruptedException {
		FanOut.Settings settings = new FanOut.Settings(screens / HALLS, 1, WINDOW, this.warmUp, this.measured);
		Contestant.Writes before = server.writes();
		FanOut.Result result = new FanOut(settings).run(stages, server.processes());
		Measured measured = new Measured(result, server.writes().framesPerWriteSince(before));
		lab.tell(Told.of(server.name() + ", " + transport + ", " + screens + " screens", result)
				+ "  %.2f frames a write".formatted(measured.framesPerWrite()));
		return measured;
	}

}
