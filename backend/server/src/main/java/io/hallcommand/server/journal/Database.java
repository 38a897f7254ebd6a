package io.hallcommand.server.journal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * A few connections for one purpose, each on an event loop of its own. A connection on
 * which something went unanswered is thrown away.
 */
final class Database {

	private final ConnectionPool pool;

	private final LoopResources loops;

	private final Duration timeout;

	/**
	 * @param size how many connections at most
	 * @param timeout how long one piece of work may take, with getting a connection
	 */
	Database(ConnectionFactoryOptions address, String name, int size, Duration timeout) {
		this.timeout = timeout;
		// Without colocation: else all connections end up on the event loop that asked
		// for them
		this.loops = LoopResources.create(name, 1, size, true, false);
		ConnectionFactoryOptions options = direct(address)
			.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, this.loops)
			.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name)
			.option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
			// Times as numbers and not as text to be parsed
			.option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
			.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, timeout)
			.option(PostgresqlConnectionFactoryProvider.OPTIONS,
					Map.of("statement_timeout", String.valueOf(timeout.toMillis()),
							// The planner must see the day: it then looks at the newest
							// partitions only, however many there are
							"plan_cache_mode", "force_custom_plan",
							// What is asked for is in memory nearly always
							"random_page_cost", "1.1"))
			.build();
		ConnectionFactory connections = new PostgresqlConnectionFactory(
				PostgresqlConnectionFactoryProvider.builder(options)
					.codecRegistrar((connection, allocator, codecs) -> Mono
						.fromRunnable(() -> codecs.addFirst(new BinaryColumnCodec())))
					.build());
		this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
			.name(name)
			.initialSize(0)
			.maxSize(size)
			.maxIdleTime(Duration.ofMinutes(10))
			.maxAcquireTime(timeout)
			.maxCreateConnectionTime(timeout)
			.build());
	}

	/** Without the pool that the address may ask for: this is one. */
	private static ConnectionFactoryOptions.Builder direct(ConnectionFactoryOptions address) {
		ConnectionFactoryOptions.Builder options = address.mutate();
		if ("pool".equals(address.getValue(ConnectionFactoryOptions.DRIVER))) {
			Object protocol = address.getValue(ConnectionFactoryOptions.PROTOCOL);
			options.option(ConnectionFactoryOptions.DRIVER, (protocol != null) ? protocol.toString() : "postgresql");
		}
		return options;
	}

	/**
	 * Does something on a connection. Whatever goes wrong with the database, in whatever
	 * way, is signalled as {@link JournalUnavailableException} with its cause.
	 */
	<T> Mono<T> on(String what, Function<Connection, Mono<T>> work) {
		return Mono
			.usingWhen(this.pool.create(), work, Connection::close, Database::release,
					(connection) -> release(connection, null))
			.timeout(this.timeout)
			.onErrorMap((ex) -> new JournalUnavailableException("PostgreSQL could not " + what + ": " + ex.getMessage(),
					ex));
	}

	private static Mono<Void> release(Connection connection, @org.jspecify.annotations.Nullable Throwable failure) {
		boolean answered = failure instanceof R2dbcException ex && ex.getSqlState() != null
				&& !ex.getSqlState().startsWith("57");
		if (answered || !(connection instanceof Wrapped<?> wrapped)
				|| !(wrapped.unwrap() instanceof Connection physical)) {
			return Mono.from(connection.close());
		}
		// Closed under the pool, which then finds it dead. It is not waited for: a frozen
		// database would not answer that either
		Mono.from(physical.close()).subscribe((unused) -> {
		}, (ex) -> {
		});
		return Mono.from(connection.close()).timeout(Duration.ofSeconds(1)).onErrorComplete();
	}

	void close() {
		this.pool.disposeLater().timeout(Duration.ofSeconds(2)).onErrorComplete().block();
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(1)).subscribe();
	}

}
