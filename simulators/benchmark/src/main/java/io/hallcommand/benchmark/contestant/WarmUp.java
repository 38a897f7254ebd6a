package io.hallcommand.benchmark.contestant;

import java.time.Duration;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.lab.ServerProcess;

/**
 * Few screens and many publishers: also what happens once for each event is compiled
 * then.
 */
final class WarmUp {

	private static final int HALLS = 24;

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private WarmUp() {
	}

	/** At least for this time. */
	static void of(Contestant server, ServerProcess process, Duration time) throws InterruptedException {
		process.free();
		FanOut.Settings settings = new FanOut.Settings(4, 1, 3, new FanOut.WarmUp(time, LONGEST),
				Duration.ofMillis(100));
		new FanOut(settings).run(server.stages(HALLS), server.processes());
		process.confine();
	}

}
