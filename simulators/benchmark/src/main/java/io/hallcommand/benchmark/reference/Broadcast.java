package io.hallcommand.benchmark.reference;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Events to all screens of one channel. Confined to the server's thread.
 */
abstract class Broadcast {

	private long number;

	abstract void add(Channel screen);

	abstract void remove(Channel screen);

	/** One event more; takes over the buffer. */
	abstract void send(ByteBuf event);

	/** A screen whose memory can be used; {@code null} if there is none. */
	abstract @Nullable Channel any();

	/** Publishes events, one a line. */
	final void publish(ByteBuf lines) {
		while (lines.isReadable()) {
			int end = lines.indexOf(lines.readerIndex(), lines.writerIndex(), (byte) '\n');
			int size = ((end < 0) ? lines.writerIndex() : end) - lines.readerIndex();
			ByteBuf line = lines.readSlice(size);
			lines.skipBytes(Math.min(1, lines.readableBytes()));
			this.number++;
			Channel screen = any();
			if (screen != null) {
				send(BareNettyServer.chunk(screen, this.number, line));
			}
		}
	}

}
