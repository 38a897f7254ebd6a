package io.hallcommand.benchmark.goal;

import java.time.Duration;

import io.hallcommand.benchmark.client.FanOut;
import io.hallcommand.benchmark.contestant.Contestant;

/**
 * Lets a server compile what it needs: on one core that takes a while, and a wall's
 * server runs for months.
 */
final class WarmUp {

	private static final Duration TIME = Duration.ofSeconds(15);

	private WarmUp() {
	}

	static void of(Contestant server) throws InterruptedException {
		FanOut.Settings settings = new FanOut.Settings(150, 1, 3, TIME, Duration.ofMillis(100));
		new FanOut(settings).run(server.stages(4), server.processes());
	}

}
