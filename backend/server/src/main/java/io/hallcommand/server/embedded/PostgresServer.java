package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL on a directory. Its programs are driven directly: the library that carries
 * them makes throw-away servers for tests, with durability turned off.
 */
final class PostgresServer {

	private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

	static final String USER = "hall";

	static final String DATABASE = "hall";

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private static final long LOG_SIZE = 10_000_000;

	private final Path directory;

	private final Path data;

	private final Path logFile;

	private final Command command;

	/**
	 * Where PostgreSQL listens.
	 */
	record Address(int port, String password) {
	}

	PostgresServer(Path directory) {
		this.directory = directory;
		this.data = directory.resolve("data");
		this.logFile = directory.resolve("postgres.log");
		this.command = new Command(directory);
	}

	/**
	 * Starts PostgreSQL, on its first start on fresh data. What an earlier run left
	 * running is stopped first.
	 */
	Address start() throws IOException {
		Directories.makePrivate(this.directory);
		Programs.postgres(this.directory);
		Unprivileged way = Unprivileged.choose(this.command, this.directory);
		stop();
		// Names a process that is gone, or by now is another program
		Files.deleteIfExists(pidFile());
		if (!Files.exists(this.data)) {
			create(way);
		}
		String password = Files.readString(passwordFile()).strip();
		Path portFile = this.directory.resolve("port");
		int port = Ports.recorded(portFile);
		try {
			launch(way, port);
		}
		catch (EmbeddedFailureException ex) {
			log.warn("PostgreSQL did not start, trying once more", ex);
			stop();
			port = Ports.anew(portFile);
			launch(way, port);
		}
		return new Address(port, password);
	}

	/**
	 * Stops the PostgreSQL that runs on the directory, if there is one.
	 */
	void stop() throws IOException {
		ProcessHandle process = Leftover.find(pidFile(), this.data).orElse(null);
		if (process == null) {
			return;
		}
		Unprivileged way = Unprivileged.choose(this.command, this.directory);
		for (String mode : List.of("fast", "immediate")) {
			if (this.command.exitCode(
					way.command(program("pg_ctl"), "stop", "-D", this.data.toString(), "-m", mode, "-w", "-t", "15"),
					"", LIMIT) == 0) {
				break;
			}
		}
		// pg_ctl waits for the pid file to go, which is a moment before the process goes
		Leftover.awaitEnd(process, Duration.ofSeconds(5));
	}

	private void create(Unprivileged way) throws IOException {
		if (!Files.exists(passwordFile())) {
			Directories.writePrivate(passwordFile(), Secrets.random());
		}
		// Made beside its place and moved there, so that it is there whole or not at all
		Path fresh = this.directory.resolve("data.new");
		Directories.delete(fresh);
		Directories.makePrivate(fresh);
		way.own(this.command, this.directory);
		this.command.run(way.command(program("initdb"), "-D", fresh.toString(), "-U", USER, "-A", "scram-sha-256",
				"--pwfile=" + passwordFile(), "-E", "UTF8", "--locale=C", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8", "--no-instructions"), LIMIT);
		this.command.run(way.command(program("postgres"), "--single", "-D", fresh.toString(), "postgres"),
				"create database " + DATABASE + ";\n", LIMIT);
		Files.move(fresh, this.data, StandardCopyOption.ATOMIC_MOVE);
	}

	private void launch(Unprivileged way, int port) throws IOException {
		Files.writeString(this.data.resolve("postgresql.conf"), """
				# Written anew at every start
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				max_connections = 80
				fsync = on
				synchronous_commit = on
				full_page_writes = on
				shared_buffers = 128MB
				max_wal_size = 1GB
				jit = off
				timezone = 'UTC'
				log_timezone = 'UTC'
				log_checkpoints = off
				log_line_prefix = '%%m [%%p] '
				""".formatted(port));
		Files.writeString(this.data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
		if (Files.exists(this.logFile) && Files.size(this.logFile) > LOG_SIZE) {
			Files.move(this.logFile, this.directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
		way.own(this.command, this.directory);
		try {
			// pg_ctl makes it a session of its own: a Ctrl-C at the console reaches the
			// server only, which then stops PostgreSQL as the last thing
			this.command.run(way.command(program("pg_ctl"), "start", "-D", this.data.toString(), "-l",
					this.logFile.toString(), "-w", "-t", "60"), LIMIT);
		}
		catch (EmbeddedFailureException ex) {
			throw new EmbeddedFailureException("PostgreSQL did not start, see " + this.logFile + ".", ex);
		}
	}

	private Path pidFile() {
		return this.data.resolve("postmaster.pid");
	}

	private Path passwordFile() {
		return this.directory.resolve("password");
	}

	private String program(String name) throws IOException {
		return Programs.postgres(this.directory).resolve("bin").resolve(name).toString();
	}

}
