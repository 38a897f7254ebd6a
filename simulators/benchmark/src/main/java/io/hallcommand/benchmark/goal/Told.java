package io.hallcommand.benchmark.goal;

import io.hallcommand.benchmark.client.FanOut;

/**
 * Results in a line.
 */
final class Told {

	private Told() {
	}

	static String of(String what, FanOut.Result result) {
		return ("%-46s %,9.0f messages/s %,11.0f events/s  %4.0f B  p50 %5.1f p99 %5.1f ms  %5.2f µs each"
				+ "  cores: server %.2f, of it compiling %.2f, client %.2f  joined %,d")
			.formatted(what, result.messagesPerSecond(), result.eventsPerSecond(), result.bytesPerMessage(),
					result.p50Millis(), result.p99Millis(), result.cpuMicrosPerMessage(), result.serverCores(),
					result.compilerCores(), result.clientCores(), result.jumps());
	}

}
