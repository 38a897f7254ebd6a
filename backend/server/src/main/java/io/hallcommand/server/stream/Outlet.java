package io.hallcommand.server.stream;

import java.util.List;

/**
 * A screen's transport. Used on its event loop only.
 */
interface Outlet {

	/**
	 * How many frames it takes now; 0 while the reader is slow.
	 */
	int room();

	/**
	 * Writes frames as one write and releases them; calls {@code written} on the event
	 * loop when the transport has taken them, at once or later.
	 */
	void write(List<Frame> frames, Runnable written);

	/**
	 * Ends the stream in an orderly way.
	 */
	void end();

	/**
	 * Closes the connection of a reader that takes nothing.
	 */
	void cut();

}
