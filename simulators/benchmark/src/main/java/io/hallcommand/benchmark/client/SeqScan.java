package io.hallcommand.benchmark.client;

import java.util.function.LongConsumer;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/**
 * Finds {@code "seq":N} wherever it stands: for servers that choose ids and chunks of
 * their own.
 */
final class SeqScan implements ByteProcessor {

	private static final String MARK = "\"seq\":";

	private final LongConsumer message;

	private int matched;

	private long number;

	SeqScan(LongConsumer message) {
		this.message = message;
	}

	void feed(ByteBuf in) {
		in.forEachByte(this);
	}

	@Override
	public boolean process(byte value) {
		if (this.matched == MARK.length()) {
			if (value >= '0' && value <= '9') {
				this.number = this.number * 10 + (value - '0');
				return true;
			}
			this.message.accept(this.number);
			this.matched = 0;
			this.number = 0;
		}
		// No character but the first begins the mark anew
		if (value == MARK.charAt(this.matched)) {
			this.matched++;
		}
		else {
			this.matched = (value == '"') ? 1 : 0;
		}
		return true;
	}

}
