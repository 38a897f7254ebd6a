package io.hallcommand.sim.replay;

import io.hallcommand.sim.client.HallUnavailable;

/**
 * A way of sending to a hall.
 */
interface Uplink extends AutoCloseable {

	/**
	 * Sends what the conveyor still has, in its order, until its end.
	 * @throws HallUnavailable if the server stops answering: what has no answer yet must
	 * be sent again
	 */
	void send(Conveyor conveyor) throws HallUnavailable, InterruptedException;

	@Override
	void close();

}
