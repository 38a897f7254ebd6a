package io.hallcommand.benchmark.goal;

import java.util.List;

import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.report.Finding;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.load.LoadResult;
import io.hallcommand.sim.load.LoadRun;
import io.hallcommand.sim.load.LoadSettings;

/**
 * An ordinary day of many halls: devices on a schedule that waits for nobody, screens by
 * SSE and RSocket.
 */
public final class PostToScreen implements Goal {

	private static final int HALLS = 100;

	private static final int SCREENS = 10;

	private static final int RATE = 1_000;

	/** A frame waits so long for what else happens, in milliseconds. */
	private static final int CADENCE = 100;

	private final int warmUp;

	private final int measured;

	/**
	 * @param warmUp seconds
	 * @param measured seconds
	 */
	public PostToScreen(int warmUp, int measured) {
		this.warmUp = warmUp;
		this.measured = measured;
	}

	@Override
	public List<Integer> numbers() {
		return List.of(6);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		try {
			HallServer server = servers.warm(Servers.Kind.SHIPPED);
			LoadSettings settings = new LoadSettings(server.uri(), server.token(), server.rsocketPort(), HALLS, SCREENS,
					0.5, 10, RATE, 1, this.warmUp, this.measured);
			LoadResult result = new LoadRun(settings, servers.lab()::tell).run();
			if (result.wrongPictures() > 0 || result.undelivered() > 0 || result.failures() > 0) {
				throw new IllegalStateException("Screens did not show what they should: " + result);
			}
			String what = "POST to screen, 1,000 events/s, 100 halls × 10 screens, ";
			return List.of(Finding.atMost(CADENCE + 15, 6, what + "p50", result.delivery().p50(), "%.0f ms")
				.withRemark("a frame waits up to 100 ms for what else happens; POST to answer: " + result.commit()),
					Finding.atMost(150, 6, what + "p99", result.delivery().p99(), "%.0f ms"));
		}
		catch (HallUnavailable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
