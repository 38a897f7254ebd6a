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

/**
 * A database of its own for a test class.
 */
public record TestDatabase(String host, int port, String name, String user, String password) {

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
		try (Connection connection = DriverManager.getConnection(jdbcUrl(), this.user, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The first column of the first row. */
	public long number(String sql) {
		try (Connection connection = DriverManager.getConnection(jdbcUrl(), this.user, this.password);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
