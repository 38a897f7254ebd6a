package io.hallcommand.benchmark.client;

import java.util.function.LongConsumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Cuts what one connection receives into messages. Keeps at most the unfinished head of
 * one.
 */
final class Deframer {

	private final Framing framing;

	private final LongConsumer message;

	private long skip;

	private byte[] kept = {};

	/**
	 * @param message hears of each message, with the number of its event or a negative
	 * one
	 */
	Deframer(Framing framing, LongConsumer message) {
		this.framing = framing;
		this.message = message;
	}

	/** Takes what was received; does not take over the buffer. */
	void feed(ByteBuf in) {
		int at = in.readerIndex();
		int end = in.writerIndex();
		if (this.kept.length > 0) {
			at = finishHead(in, at, end);
		}
		while (at < end) {
			if (this.skip > 0) {
				int skipped = (int) Math.min(this.skip, end - at);
				this.skip -= skipped;
				at += skipped;
				continue;
			}
			int length = this.framing.head(in, at, end);
			if (length == Framing.MORE) {
				keep(in, at, end);
				return;
			}
			this.message.accept(this.framing.number());
			this.skip = length;
		}
	}

	private void keep(ByteBuf in, int at, int end) {
		if (end - at > Framing.HEAD) {
			throw new IllegalStateException("A message has no head within " + Framing.HEAD + " bytes");
		}
		this.kept = new byte[end - at];
		in.getBytes(at, this.kept);
	}

	private int finishHead(ByteBuf in, int at, int end) {
		int more = Math.min(end - at, Framing.HEAD);
		byte[] head = new byte[this.kept.length + more];
		System.arraycopy(this.kept, 0, head, 0, this.kept.length);
		in.getBytes(at, head, this.kept.length, more);
		int length = this.framing.head(Unpooled.wrappedBuffer(head), 0, head.length);
		if (length == Framing.MORE) {
			if (head.length > 2 * Framing.HEAD) {
				throw new IllegalStateException("A message has no head within " + Framing.HEAD + " bytes");
			}
			this.kept = head;
			return at + more;
		}
		this.message.accept(this.framing.number());
		int had = this.kept.length;
		this.kept = new byte[0];
		if (length <= had) {
			throw new IllegalStateException("A message ended before its head");
		}
		this.skip = length - had;
		return at;
	}

}
