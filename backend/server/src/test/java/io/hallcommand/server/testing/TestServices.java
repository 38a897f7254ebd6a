package io.hallcommand.server.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives tests a PostgreSQL and a Redis, started once for all test classes of a run:
 * Testcontainers where a Docker engine answers, else the embedded ones. With the system
 * property or environment variable {@code HALL_TEST_SERVICES=embedded} always the latter.
 */
public final class TestServices {

	private static final AtomicInteger databases = new AtomicInteger();

	private TestServices() {
	}

	/**
	 * A fresh, empty database; migrations have not run in it.
	 */
	public static TestDatabase newDatabase() {
		return postgres().create("test_" + databases.incrementAndGet());
	}

	/** The PostgreSQL that all test classes share; for freezing it. */
	public static TestPostgres postgres() {
		return SharedPostgres.SERVER;
	}

	/** The Redis that all test classes share. Who stops it must start it again. */
	public static TestRedis redis() {
		return SharedRedis.SERVER;
	}

	/**
	 * Started when first asked for.
	 */
	private static final class SharedPostgres {

		static final TestPostgres SERVER = Containers.USED ? new ContainerPostgres() : new EmbeddedPostgres();

	}

	/**
	 * Started when first asked for.
	 */
	private static final class SharedRedis {

		static final TestRedis SERVER = Containers.USED ? new ContainerRedis() : new EmbeddedRedis();

	}

}
