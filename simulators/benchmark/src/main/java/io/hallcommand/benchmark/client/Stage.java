package io.hallcommand.benchmark.client;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;

/**
 * One hall (or channel) of a server under measurement.
 *
 * @param door by which its screens come in
 * @param feed how its events are published
 * @param base the number of the event before the first
 * @param picture whether a screen is shown something at once
 */
public record Stage(Door door, Feed feed, long base, boolean picture) {

	/**
	 * How events are published.
	 *
	 * @param address the server's
	 * @param path to POST to
	 * @param token {@code null} if none is needed
	 * @param contentType of the bodies
	 */
	public record Feed(InetSocketAddress address, String path, @Nullable String token, String contentType,
			Source source) {

	}

}
