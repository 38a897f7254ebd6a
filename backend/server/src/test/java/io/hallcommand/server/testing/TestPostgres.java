package io.hallcommand.server.testing;

/**
 * A running PostgreSQL.
 */
public interface TestPostgres {

	TestDatabase create(String database);

	/** Makes it silent: connections stay open, nothing is answered. */
	void freeze();

	/** It goes on where it stopped. */
	void thaw();

}
