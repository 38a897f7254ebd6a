package io.hallcommand.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Lets tests of other packages start what this package starts.
 */
public final class EmbeddedForTests {

	/** The user of the embedded PostgreSQL. */
	public static final String USER = PostgresServer.USER;

	private EmbeddedForTests() {
	}

	/**
	 * Where a server listens and who it is.
	 */
	public record Running(int port, String password, ProcessHandle process) {
	}

	public static Running startPostgres(Path directory) {
		try {
			PostgresServer.Address address = new PostgresServer(directory).start();
			Path data = directory.resolve("data");
			return new Running(address.port(), address.password(),
					Leftover.find(data.resolve("postmaster.pid"), data).orElseThrow());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Running startRedis(Path directory) {
		try {
			RedisServer.Address address = new RedisServer(directory).start();
			return new Running(address.port(), address.password(),
					Leftover.find(directory.resolve("redis.pid"), directory).orElseThrow());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static void stopPostgres(Path directory) {
		try {
			new PostgresServer(directory).stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static void stopRedis(Path directory) {
		try {
			new RedisServer(directory).stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
