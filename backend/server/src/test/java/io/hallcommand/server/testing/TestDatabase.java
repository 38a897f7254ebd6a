package io.hallcommand.server.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own for a test class.
 */
public record TestDatabase(String host, int port, String name, String user, String password) {

	private static final Last LAST = new Last();

	public String r2dbcUrl() {
		return "r2dbc:postgresql://" + this.user + ":" + this.password + "@" + this.host + ":" + this.port + "/"
				+ this.name;
	}

	public String jdbcUrl() {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + this.name;
	}

	/** Runs the migrations of the server. */
	public TestDatabase migrated() {
		Flyway.configure().dataSource(jdbcUrl(), this.user, this.password).load().migrate();
		return this;
	}

	/** Unpooled connections. */
	public ConnectionFactory connections() {
		return ConnectionFactories.get(r2dbcUrl());
	}

	/** As properties of a server that uses this database. */
	public List<String> properties() {
		return List.of("spring.r2dbc.url=r2dbc:postgresql://" + this.host + ":" + this.port + "/" + this.name,
				"spring.r2dbc.username=" + this.user, "spring.r2dbc.password=" + this.password);
	}

	public void execute(String sql) {
		run((statement) -> statement.execute(sql));
	}

	/** The first column of the first row. */
	public long number(String sql) {
		return run((statement) -> {
			try (ResultSet rows = statement.executeQuery(sql)) {
				rows.next();
				return rows.getLong(1);
			}
		});
	}

	/**
	 * A login costs PostgreSQL a process and a long hash, and tests ask often: the last
	 * connection stays open. Only one does, or many test classes would use up those that
	 * the server may have.
	 */
	private <T> T run(Work<T> work) {
		synchronized (LAST) {
			try (Statement statement = LAST.to(this).createStatement()) {
				return work.of(statement);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private interface Work<T> {

		T of(Statement statement) throws SQLException;

	}

	private static final class Last {

		private static final int PATIENCE_SECONDS = 2;

		private @Nullable TestDatabase database;

		private @Nullable Connection connection;

		Connection to(TestDatabase asked) throws SQLException {
			Connection known = this.connection;
			if (known != null && asked.equals(this.database) && known.isValid(PATIENCE_SECONDS)) {
				return known;
			}
			this.connection = null;
			if (known != null) {
				known.close();
			}
			Connection fresh = DriverManager.getConnection(asked.jdbcUrl(), asked.user(), asked.password());
			this.connection = fresh;
			this.database = asked;
			return fresh;
		}

	}

}
