package io.hallcommand.benchmark.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The PostgreSQL that a server started for itself.
 */
public record Database(int port, String password) {

	/** The line of {@code postmaster.pid} with the port. */
	private static final int PORT_LINE = 3;

	/** Of the server with this data directory. */
	static Database of(Path data) {
		Path postgres = data.resolve("postgres");
		try {
			String port = Files.readAllLines(postgres.resolve("data").resolve("postmaster.pid")).get(PORT_LINE);
			return new Database(Integer.parseInt(port.strip()), Files.readString(postgres.resolve("password")).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server's PostgreSQL is not where it should be", ex);
		}
	}

	/** For clients in C. */
	public String connection() {
		return "host=127.0.0.1 port=" + this.port + " user=hall dbname=hall password=" + this.password;
	}

	/** Runs a script, statement after statement. */
	public void run(String sql) {
		String url = "jdbc:postgresql://127.0.0.1:" + this.port + "/hall";
		try (Connection connection = DriverManager.getConnection(url, "hall", this.password);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL refused: " + ex.getMessage(), ex);
		}
	}

}
