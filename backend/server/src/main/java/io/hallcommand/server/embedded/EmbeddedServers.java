package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that this process starts for itself: side by side, in the background, so
 * that the rest of the start need not wait until it wants a connection.
 */
final class EmbeddedServers implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedServers.class);

	private final DataDirectoryLock lock;

	private final PostgresServer postgres;

	private final RedisServer redis;

	private final @Nullable CompletableFuture<PostgresServer.Address> postgresStart;

	private final @Nullable CompletableFuture<RedisServer.Address> redisStart;

	EmbeddedServers(Path directory, boolean withPostgres, boolean withRedis) {
		this.lock = DataDirectoryLock.take(directory);
		this.postgres = new PostgresServer(directory.resolve("postgres"));
		this.redis = new RedisServer(directory.resolve("redis"));
		this.postgresStart = withPostgres ? start("PostgreSQL", this.postgres::start) : null;
		this.redisStart = withRedis ? start("Redis", this.redis::start) : null;
	}

	/** Waits until PostgreSQL is up. */
	PostgresServer.Address postgres() {
		return join(this.postgresStart);
	}

	/** Waits until Redis is up. */
	RedisServer.Address redis() {
		return join(this.redisStart);
	}

	@Override
	public void close() {
		CompletableFuture<Void> redisStop = CompletableFuture.runAsync(() -> stop(this.redisStart, this.redis::stop),
				(stopping) -> Thread.ofPlatform().name("stop-Redis").start(stopping));
		stop(this.postgresStart, this.postgres::stop);
		redisStop.join();
		this.lock.close();
	}

	private static <T> CompletableFuture<T> start(String name, Callable<T> starting) {
		long began = System.nanoTime();
		CompletableFuture<T> result = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("start-" + name).start(() -> {
			try {
				T address = starting.call();
				log.info("{} is up after {} ms", name, (System.nanoTime() - began) / 1_000_000);
				result.complete(address);
			}
			catch (EmbeddedFailureException ex) {
				result.completeExceptionally(ex);
			}
			catch (Throwable ex) {
				result.completeExceptionally(new EmbeddedFailureException(name + " did not start: " + ex, ex));
			}
		});
		return result;
	}

	private static <T> T join(@Nullable CompletableFuture<T> start) {
		if (start == null) {
			throw new IllegalStateException("Not started here: it is configured");
		}
		try {
			return start.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof EmbeddedFailureException failure) ? failure : ex;
		}
	}

	/** Stops a server, after its start: none may come up when nobody is left. */
	private static void stop(@Nullable CompletableFuture<?> start, Stop stop) {
		if (start == null) {
			return;
		}
		start.exceptionally((failure) -> null).join();
		try {
			stop.run();
		}
		catch (IOException | RuntimeException ex) {
			log.warn("A server may be left behind", ex);
		}
	}

	/**
	 * Stops a server.
	 */
	private interface Stop {

		void run() throws IOException;

	}

}
