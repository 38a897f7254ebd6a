package io.hallcommand.benchmark.client;

import io.netty.buffer.ByteBuf;

/**
 * Server-sent events of which each is one chunk of HTTP/1.1, its {@code id} first: ours,
 * and those of the bare references.
 */
final class SseChunks implements Framing {

	private long number;

	@Override
	public int head(ByteBuf in, int at, int end) {
		this.number = -1;
		int size = 0;
		int i = at;
		while (true) {
			if (i + 1 >= end) {
				return MORE;
			}
			byte digit = in.getByte(i++);
			if (digit == '\r') {
				break;
			}
			size = size * 16 + Character.digit(digit, 16);
			if (size < 0) {
				throw new IllegalStateException("What should be the size of a chunk is not");
			}
		}
		int body = i + 1;
		int bodyEnd = body + size;
		if (size > 4) {
			if (end < body + 4) {
				return MORE;
			}
			if (in.getByte(body) == 'i' && in.getByte(body + 1) == 'd') {
				int line = in.indexOf(body, Math.min(end, bodyEnd), (byte) '\n');
				if (line < 0) {
					return MORE;
				}
				this.number = Digits.before(in, body, line);
			}
		}
		return bodyEnd + 2 - at;
	}

	@Override
	public long number() {
		return this.number;
	}

}
