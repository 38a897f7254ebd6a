package io.hallcommand.server.testing;

import java.util.List;

/**
 * A running Redis.
 */
public interface TestRedis {

	String url();

	void stop();

	/** Starts it again on the same port. */
	void start();

	/** Makes it silent: connections stay open, nothing is answered. */
	void freeze();

	/** It goes on where it stopped. */
	void thaw();

	/** As properties of a server that uses it. */
	default List<String> properties() {
		return List.of("spring.data.redis.url=" + url());
	}

}
