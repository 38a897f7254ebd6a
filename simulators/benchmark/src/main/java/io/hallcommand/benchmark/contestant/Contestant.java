package io.hallcommand.benchmark.contestant;

import java.util.List;

import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.lab.ServerProcess;

/**
 * A running server that fans out events to screens.
 */
public interface Contestant extends AutoCloseable {

	String name();

	/** New halls or channels with screens by server-sent events. */
	List<Stage> stages(int halls);

	/** The processes whose work counts. */
	long[] processes();

	/** What it has written to screens since its start. */
	default Writes writes() {
		return new Writes(0, 0);
	}

	/**
	 * Counts of a server itself.
	 *
	 * @param writes to screens; 0 if it does not count them
	 * @param frames that these held
	 */
	record Writes(double writes, double frames) {

		/** Frames in a write since then; 1 if nobody counts. */
		public double framesPerWriteSince(Writes before) {
			return (this.writes > before.writes) ? (this.frames - before.frames) / (this.writes - before.writes) : 1;
		}

	}

	/** Lets others have its core, until {@link #resume}. */
	default void pause() {
		ServerProcess.pause(processes());
	}

	default void resume() {
		ServerProcess.resume(processes());
	}

	/**
	 * Lets it compile and fill what it needs, on all cores: a wall's server runs for
	 * months, and on one core the first minutes would be most of what is measured.
	 */
	void warmUp() throws InterruptedException;

	@Override
	void close();

}
