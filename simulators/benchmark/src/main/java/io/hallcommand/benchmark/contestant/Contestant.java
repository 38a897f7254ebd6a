package io.hallcommand.benchmark.contestant;

import java.util.List;

import io.hallcommand.benchmark.client.Stage;

/**
 * A running server that fans out events to screens.
 */
public interface Contestant extends AutoCloseable {

	String name();

	/** New halls or channels with screens by server-sent events. */
	List<Stage> stages(int halls);

	/** The processes whose work counts. */
	long[] processes();

	/**
	 * Lets it compile and fill what it needs, on all cores: a wall's server runs for
	 * months, and on one core the first minutes would be most of what is measured.
	 */
	void warmUp() throws InterruptedException;

	@Override
	void close();

}
