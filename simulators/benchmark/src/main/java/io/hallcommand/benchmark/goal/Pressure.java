package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.util.List;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.contestant.JavaReference;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.report.Finding;

/**
 * Many more events than a write each could carry: the server merges or joins them.
 */
public final class Pressure implements Goal {

	private static final int SCREENS = 5_000;

	private static final int HALLS = 4;

	private static final int EVENTS = 50;

	private static final int WINDOW = 200;

	/** As long as the frames of a single event. */
	private static final int BYTES = 600;

	private final FanOut.WarmUp warmUp;

	private final Duration measured;

	public Pressure(FanOut.WarmUp warmUp, Duration measured) {
		this.warmUp = warmUp;
		this.measured = measured;
	}

	@Override
	public List<Integer> numbers() {
		return List.of(2);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		Lab lab = servers.lab();
		FanOut fanOut = new FanOut(new FanOut.Settings(SCREENS / HALLS, EVENTS, WINDOW, this.warmUp, this.measured));
		HallServer hall = servers.warm(Servers.Kind.SHIPPED);
		FanOut.Result ours = fanOut.run(hall.stages(HALLS), hall.processes());
		lab.tell(Told.of(hall.name() + ", events under pressure", ours));
		FanOut.Result joined;
		try (JavaReference server = JavaReference.bareNettyJoined(lab, BYTES)) {
			server.warmUp();
			joined = fanOut.run(server.stages(HALLS), server.processes());
			lab.tell(Told.of(server.name() + ", events under pressure", joined));
		}
		if (joined.jumps() > 0) {
			throw new IllegalStateException("The reference lost events");
		}
		return List.of(
				Finding
					.atLeast(0.5, 2, "SSE, 5,000 screens, events under pressure", ours.eventsPerSecond(),
							"bare Netty joined", joined.eventsPerSecond(), "%,.0f/s")
					.withRemark("%,.0f frames/s beside %,.0f events/s on the wire".formatted(ours.messagesPerSecond(),
							joined.messagesPerSecond())),
				Finding.atMost(200, 2, "the same, POST to screen, p99", ours.p99Millis(), "%.0f ms")
					.withRemark("bare Netty joined: %.0f ms".formatted(joined.p99Millis()))
					.because("a frame waits 100 ms for what else happens, and is then written to all 5,000 screens"));
	}

}
