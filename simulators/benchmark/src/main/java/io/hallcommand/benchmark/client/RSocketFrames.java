package io.hallcommand.benchmark.client;

import io.netty.buffer.ByteBuf;

/**
 * RSocket frames whose payloads begin with <code>{"id":"epoch.version"</code>, behind
 * their length (TCP) or in the messages of a WebSocket.
 */
final class RSocketFrames implements Framing {

	private static final int FRAME_HEADER = 6;

	private static final int PAYLOAD = 0x0A;

	private static final int ERROR = 0x0B;

	private static final int ID = FRAME_HEADER + "{\"id\":\"".length();

	private final boolean webSocket;

	private long number;

	RSocketFrames(boolean webSocket) {
		this.webSocket = webSocket;
	}

	@Override
	public int head(ByteBuf in, int at, int end) {
		this.number = -1;
		int prefix = this.webSocket ? webSocketPrefix(in, at, end) : 3;
		if (prefix == MORE || end < at + prefix) {
			return MORE;
		}
		int size = this.webSocket ? webSocketSize(in, at, prefix) : in.getUnsignedMedium(at);
		int frame = at + prefix;
		if (size >= FRAME_HEADER) {
			if (end < frame + FRAME_HEADER) {
				return MORE;
			}
			int type = in.getUnsignedShort(frame + 4) >>> 10;
			if (type == ERROR) {
				throw new IllegalStateException("The server answered with an error frame");
			}
			if (type == PAYLOAD && size > ID) {
				if (end < frame + ID) {
					return MORE;
				}
				if (in.getByte(frame + FRAME_HEADER + 2) == 'i') {
					int quote = in.indexOf(frame + ID, Math.min(end, frame + size), (byte) '"');
					if (quote < 0) {
						return MORE;
					}
					this.number = Digits.before(in, frame + ID, quote);
				}
			}
		}
		return prefix + size;
	}

	private static int webSocketPrefix(ByteBuf in, int at, int end) {
		if (end < at + 2) {
			return MORE;
		}
		return switch (in.getByte(at + 1) & 0x7F) {
			case 126 -> 4;
			case 127 -> 10;
			default -> 2;
		};
	}

	private static int webSocketSize(ByteBuf in, int at, int prefix) {
		return switch (prefix) {
			case 4 -> in.getUnsignedShort(at + 2);
			case 10 -> Math.toIntExact(in.getLong(at + 2));
			default -> in.getByte(at + 1) & 0x7F;
		};
	}

	@Override
	public long number() {
		return this.number;
	}

}
