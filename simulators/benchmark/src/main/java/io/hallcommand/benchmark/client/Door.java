package io.hallcommand.benchmark.client;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a screen comes in.
 *
 * @param address the server's
 * @param request sent first, and answered by a response head; {@code null} if there is
 * none
 * @param hello sent after that; may be empty
 * @param kind how messages are told apart
 */
public record Door(InetSocketAddress address, byte @Nullable [] request, byte[] hello, Kind kind) {

	/**
	 * How messages are told apart.
	 */
	public enum Kind {

		/** Server-sent events, each one a chunk with its id first. */
		SSE_CHUNKS,

		/** Server-sent events of any shape, with {@code "seq":N} in their data. */
		SSE_SEQ,

		RSOCKET_TCP,

		RSOCKET_WEB_SOCKET

	}

	/** Server-sent events by {@code GET}. */
	public static Door sse(InetSocketAddress address, String path, @Nullable String token, Kind kind) {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
				+ ((token != null) ? "Authorization: Bearer " + token + "\r\n" : "") + "\r\n";
		return new Door(address, request.getBytes(StandardCharsets.US_ASCII), new byte[0], kind);
	}

}
