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

	private WarmUp() {
	}

	static void of(Contestant server, ServerProcess process, Duration time) throws InterruptedException {
		process.free();
		FanOut.Settings settings = new FanOut.Settings(4, 1, 3, time, Duration.ofMillis(100));
		new FanOut(settings).run(server.stages(HALLS), server.processes());
		process.confine();
	}

}
