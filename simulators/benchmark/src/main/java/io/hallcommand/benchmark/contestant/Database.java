package io.hallcommand.benchmark.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The PostgreSQL that a server started for itself.
 */
public record Database(long pid, int port, String password) {

	/** The line of {@code postmaster.pid} with the port. */
	private static final int PORT_LINE = 3;

	/** Of the server with this data directory. */
	static Database of(Path data) {
		Path postgres = data.resolve("postgres");
		try {
			List<String> running = Files.readAllLines(postgres.resolve("data").resolve("postmaster.pid"));
			return new Database(Long.parseLong(running.getFirst().strip()),
					Integer.parseInt(running.get(PORT_LINE).strip()),
					Files.readString(postgres.resolve("password")).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server's PostgreSQL is not where it should be", ex);
		}
	}

	/**
	 * Its processes. It is a session of its own, so that it is not among those of the
	 * server that started it.
	 */
	List<ProcessHandle> processes() {
		return ProcessHandle.of(this.pid)
			.map((postmaster) -> Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList())
			.orElseThrow(() -> new IllegalStateException("The server's PostgreSQL does not run"));
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
