package io.hallcommand.server.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedServersTest {

	private final Path directory;

	EmbeddedServersTest(@TempDir Path directory) {
		this.directory = directory;
	}

	@AfterEach
	void nothingIsLeftRunning() throws Exception {
		new PostgresServer(postgres()).stop();
		new RedisServer(redis()).stop();
	}

	@Test
	void startsBothAndLeavesNoProcessBehind() throws Exception {
		ProcessHandle postgres;
		ProcessHandle redis;
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, true)) {
			assertThat(query(servers.postgres(), "show fsync")).isEqualTo("on");
			assertThat(query(servers.postgres(), "show synchronous_commit")).isEqualTo("on");
			assertThat(query(servers.postgres(), "show listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(servers.redis().port()).isPositive();
			postgres = runningPostgres();
			redis = Leftover.find(redis().resolve("redis.pid"), redis()).orElseThrow();
		}
		assertThat(Leftover.runs(postgres)).isFalse();
		assertThat(Leftover.runs(redis)).isFalse();
	}

	@Test
	void keepsDataPortAndPasswordFromOneStartToTheNext() throws Exception {
		PostgresServer.Address first;
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, false)) {
			first = servers.postgres();
			query(first, "select count(*) from (select 1) x; create table kept as select 42 as answer");
		}
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, false)) {
			assertThat(servers.postgres()).isEqualTo(first);
			assertThat(query(servers.postgres(), "select answer from kept")).isEqualTo("42");
		}
	}

	@Test
	void stopsWhatAKilledServerLeftRunning() throws Exception {
		PostgresServer.Address first = new PostgresServer(postgres()).start();
		new RedisServer(redis()).start();
		query(first, "select 1; create table kept as select 42 as answer");
		ProcessHandle left = runningPostgres();
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, true)) {
			assertThat(query(servers.postgres(), "select answer from kept")).isEqualTo("42");
			assertThat(servers.redis().port()).isPositive();
			assertThat(Leftover.runs(left)).isFalse();
		}
	}

	@Test
	void comesUpAgainWhenPostgresItselfWasKilled() throws Exception {
		PostgresServer.Address first = new PostgresServer(postgres()).start();
		query(first, "select 1; create table kept as select 42 as answer");
		ProcessHandle killed = runningPostgres();
		killed.destroyForcibly();
		killed.onExit().get();
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, false)) {
			assertThat(query(servers.postgres(), "select answer from kept")).isEqualTo("42");
		}
	}

	@Test
	void aPidFileThatNamesAnotherProgramDoesNoHarm() throws Exception {
		new PostgresServer(postgres()).start();
		new PostgresServer(postgres()).stop();
		Path pidFile = postgres().resolve("data/postmaster.pid");
		Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + postgres().resolve("data") + "\n");
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, false)) {
			assertThat(query(servers.postgres(), "select 42")).isEqualTo("42");
		}
	}

	@Test
	void choosesAnotherPortWhenItsOwnIsTaken() throws Exception {
		try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Directories.makePrivate(redis());
			Files.writeString(redis().resolve("port"), String.valueOf(somebody.getLocalPort()));
			try (EmbeddedServers servers = new EmbeddedServers(this.directory, false, true)) {
				assertThat(servers.redis().port()).isNotEqualTo(somebody.getLocalPort());
			}
		}
	}

	@Test
	void aSecondServerOnTheSameDirectoryIsToldWhoHasIt() {
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, false, false)) {
			assertThat(servers).isNotNull();
			assertThatThrownBy(() -> new EmbeddedServers(this.directory, false, false))
				.isInstanceOf(DataDirectoryInUseException.class)
				.hasMessageContaining(this.directory.toString())
				.hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
		}
	}

	@Test
	void keepsThePasswordToItsOwner() throws Exception {
		try (EmbeddedServers servers = new EmbeddedServers(this.directory, true, true)) {
			servers.postgres();
			servers.redis();
			for (Path secret : new Path[] { postgres().resolve("password"), redis().resolve("redis.conf") }) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
			}
		}
	}

	private Path postgres() {
		return this.directory.resolve("postgres");
	}

	private Path redis() {
		return this.directory.resolve("redis");
	}

	private ProcessHandle runningPostgres() throws Exception {
		Path data = postgres().resolve("data");
		return Leftover.find(data.resolve("postmaster.pid"), data).orElseThrow();
	}

	private static String query(PostgresServer.Address address, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:" + address.port() + "/" + PostgresServer.DATABASE, PostgresServer.USER,
				address.password()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
			try (ResultSet rows = statement.getResultSet()) {
				rows.next();
				return rows.getString(1);
			}
		}
	}

}
