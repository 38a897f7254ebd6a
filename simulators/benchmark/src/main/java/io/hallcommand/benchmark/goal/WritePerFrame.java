package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

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

	/**
	 * A machine's pace changes within minutes: all take turns, so that each is compared
	 * with its reference of the same round.
	 */
	private static final int ROUNDS = 5;

	private static final Map<Integer, String> WHY = Map.of(1,
			"each frame was also a POST that was authenticated, decided and committed, which weighs the more the fewer"
					+ " screens share it",
			3, "each payload passes the RSocket library once more for each screen");

	private final FanOut.WarmUp warmUp;

	private final Duration measured;

	public WritePerFrame(FanOut.WarmUp warmUp, Duration measured) {
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
		HallServer hall = servers.warm(Servers.Kind.FRAME_AN_EVENT);
		Track sse = new Track("our SSE", hall, "SSE", () -> hall.stages(HALLS));
		Track tcp = new Track("TCP", hall, "RSocket TCP", () -> hall.stages(HALLS, Transport.RSOCKET_TCP));
		Track webSocket = new Track("WebSocket", hall, "RSocket WebSocket",
				() -> hall.stages(HALLS, Transport.RSOCKET_WEB_SOCKET));
		int bytes = (int) Math.round(run(lab, sse, SCREENS.getFirst()).result().bytesPerMessage());
		hall.pause();
		List<Contestant> references = new ArrayList<>();
		try {
			Track netty = reference("bare Netty", JavaReference.bareNetty(lab, bytes), references);
			Track spring = reference("WebFlux", JavaReference.spring(lab, bytes), references);
			Optional<Nchan> installed = Nchan.start(lab, bytes);
			Optional<Track> nchan = installed.isEmpty() ? Optional.empty()
					: Optional.of(reference("Nchan", installed.get(), references));
			List<Track> tracks = new ArrayList<>(List.of(netty, sse));
			nchan.ifPresent(tracks::add);
			tracks.addAll(List.of(tcp, webSocket, spring));
			List<Finding> findings = new ArrayList<>();
			for (int screens : SCREENS) {
				for (int round = 0; round < ROUNDS; round++) {
					for (Track track : tracks) {
						track.server().resume();
						track.runs().add(run(lab, track, screens));
						track.server().pause();
					}
				}
				findings.addAll(findings("%,d screens".formatted(screens), sse, netty, spring, nchan, tcp, webSocket));
				tracks.forEach((track) -> track.runs().clear());
			}
			return findings;
		}
		finally {
			references.forEach(Contestant::close);
			hall.resume();
		}
	}

	private static List<Finding> findings(String screens, Track sse, Track netty, Track spring, Optional<Track> nchan,
			Track tcp, Track webSocket) {
		List<Finding> findings = new ArrayList<>();
		findings.add(finding(0.9, 1, "SSE, " + screens + ", a write a frame", sse, netty));
		findings.add(nchan.map((track) -> finding(1.0, 1, "SSE, " + screens + ", beside Nchan", sse, track))
			.orElseGet(() -> Finding.of(1, "SSE, " + screens + ", beside Nchan",
					"%,.0f/s".formatted(sse.middle(Measured::writesPerSecond)),
					"not installed: apt-get install nginx-light libnginx-mod-nchan")));
		findings.add(finding(1.0, 1, "SSE, " + screens + ", beside WebFlux as shipped", sse, spring));
		findings.add(finding(0.8, 3, "RSocket TCP, " + screens, tcp, sse));
		findings.add(finding(0.8, 3, "RSocket WebSocket, " + screens, webSocket, sse));
		return findings;
	}

	/**
	 * A way from a server to its screens, which is run again and again.
	 */
	private record Track(String name, Contestant server, String transport, Supplier<List<Stage>> stages,
			List<Measured> runs) {

		Track(String name, Contestant server, String transport, Supplier<List<Stage>> stages) {
			this(name, server, transport, stages, new ArrayList<>());
		}

		List<Double> all(ToDoubleFunction<Measured> figure) {
			return this.runs.stream().mapToDouble(figure).boxed().toList();
		}

		double middle(ToDoubleFunction<Measured> figure) {
			return Finding.middle(all(figure));
		}

	}

	/** Warm, and paused. */
	private static Track reference(String name, Contestant server, List<Contestant> references)
			throws InterruptedException {
		references.add(server);
		server.warmUp();
		server.pause();
		return new Track(name, server, "SSE", () -> server.stages(HALLS));
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

	private static Finding finding(double factor, int goal, String what, Track track, Track beside) {
		Finding finding = Finding.atLeast(factor, goal, what, track.all(Measured::writesPerSecond), beside.name(),
				beside.all(Measured::writesPerSecond), "%,.0f/s");
		String remark = """
				%s; a write: %.1f µs beside %.1f µs of the server's CPU, %.2f frames in it; \
				busy: the server's core %.0f %% beside %.0f %%, the load's %.0f %% beside %.0f %%; p99 %.0f beside %.0f ms"""
			.formatted(finding.remark(), track.middle(Measured::cpuMicros), beside.middle(Measured::cpuMicros),
					track.middle(Measured::framesPerWrite), 100 * track.middle((run) -> run.result().serverCores()),
					100 * beside.middle((run) -> run.result().serverCores()),
					100 * track.middle((run) -> run.result().clientCores()),
					100 * beside.middle((run) -> run.result().clientCores()),
					track.middle((run) -> run.result().p99Millis()), beside.middle((run) -> run.result().p99Millis()));
		return finding.withRemark(remark).because(WHY.getOrDefault(goal, ""));
	}

	private Measured run(Lab lab, Track track, int screens) throws InterruptedException {
		Contestant server = track.server();
		FanOut.Settings settings = new FanOut.Settings(screens / HALLS, 1, WINDOW, this.warmUp, this.measured);
		Contestant.Writes before = server.writes();
		FanOut.Result result = new FanOut(settings).run(track.stages().get(), server.processes());
		Measured measured = new Measured(result, server.writes().framesPerWriteSince(before));
		lab.tell(Told.of(server.name() + ", " + track.transport() + ", " + screens + " screens", result)
				+ "  %.2f frames a write".formatted(measured.framesPerWrite()));
		return measured;
	}

}
