package io.hallcommand.server.acceptance;

import java.time.Duration;

import static org.awaitility.Awaitility.await;

/**
 * A screen that can be cut off and comes back where it was.
 */
interface Screen extends AutoCloseable {

	Picture picture();

	/** Connects, or connects again with the id of the last frame. */
	void connect();

	/** Breaks the connection without a word. */
	void cut();

	@Override
	void close();

	default void awaitVersion(long version) {
		await().pollInterval(Duration.ofMillis(2))
			.atMost(Duration.ofSeconds(20))
			.until(() -> picture().version() >= version);
	}

}
