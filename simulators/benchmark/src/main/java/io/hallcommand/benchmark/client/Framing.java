package io.hallcommand.benchmark.client;

import io.netty.buffer.ByteBuf;

/**
 * Finds the messages in what one connection receives. Only the head of a message is
 * looked at; the rest is skipped by its length, so that the client is never the slowest.
 */
interface Framing {

	/** The head was not complete. */
	int MORE = -1;

	/** The longest head that is ever needed, in bytes. */
	int HEAD = 256;

	/**
	 * Reads the head of the message that begins at {@code at}.
	 * @param end where the received bytes end
	 * @return how long the whole message is in bytes, or {@link #MORE}
	 * @throws IllegalStateException if that is no message
	 */
	int head(ByteBuf in, int at, int end);

	/** The number of the event that was read last; negative if it had none. */
	long number();

}
