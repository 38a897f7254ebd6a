package io.hallcommand.benchmark.goal;

import java.util.Map;

import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.lab.Lab;
import org.jspecify.annotations.Nullable;

/**
 * Our own server for several goals, one after another: warming one up takes longer than
 * measuring.
 */
public final class Servers implements AutoCloseable {

	/** Kinds of it. */
	enum Kind {

		/** As it is shipped, but counting its native memory. */
		SHIPPED(Map.of(), "-XX:NativeMemoryTracking=summary"),

		/** Each event makes a frame of its own, as far as commits allow. */
		FRAME_AN_EVENT(Map.of("hall.live.cadence", "1ms"));

		private final Map<String, String> settings;

		private final String[] options;

		Kind(Map<String, String> settings, String... options) {
			this.settings = settings;
			this.options = options;
		}

	}

	private final Lab lab;

	private @Nullable HallServer server;

	private @Nullable Kind kind;

	public Servers(Lab lab) {
		this.lab = lab;
	}

	public Lab lab() {
		return this.lab;
	}

	/** A warm server of this kind; any other is ended. */
	HallServer warm(Kind wanted) throws InterruptedException {
		HallServer running = this.server;
		if (running != null && this.kind == wanted) {
			return running;
		}
		close();
		HallServer started = HallServer.start(this.lab, this.lab.file("data"), wanted.settings, wanted.options);
		this.server = started;
		this.kind = wanted;
		this.lab.tell("Hall Command starts and warms up");
		started.warmUp();
		return started;
	}

	/** Ends the one that runs: what is measured next must be alone. */
	@Override
	public void close() {
		if (this.server != null) {
			this.server.close();
			this.server = null;
		}
	}

}
