package io.hallcommand.benchmark.client;

import io.netty.buffer.ByteBuf;

/**
 * Numbers in bytes.
 */
final class Digits {

	private Digits() {
	}

	/** The number that ends at {@code end}; {@code -1} if there is none. */
	static long before(ByteBuf in, int start, int end) {
		long number = 0;
		long place = 1;
		int i = end - 1;
		for (; i >= start; i--) {
			int digit = in.getByte(i) - '0';
			if (digit < 0 || digit > 9) {
				break;
			}
			number += digit * place;
			place *= 10;
		}
		return (i == end - 1) ? -1 : number;
	}

}
