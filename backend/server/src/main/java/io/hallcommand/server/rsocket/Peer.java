package io.hallcommand.server.rsocket;

import io.hallcommand.server.access.Caller;
import io.netty.channel.Channel;

/**
 * The other end of an RSocket connection.
 *
 * @param connection tells when it can take more, and sends several things together
 */
public record Peer(Caller caller, Channel channel, Connection connection) {

	/**
	 * What a route may know of the connection.
	 */
	public interface Connection {

		/**
		 * Runs the work on the connection's event loop each time it can take more after
		 * it could not, until {@link #noLonger}.
		 */
		void whenWritable(Runnable work);

		void noLonger(Runnable work);

		/**
		 * Runs the work, on the event loop; what it sends goes out at once, in one write.
		 */
		void together(Runnable sends);

	}

}
