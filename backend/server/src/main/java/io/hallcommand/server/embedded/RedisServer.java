package io.hallcommand.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Redis on a directory. It only passes messages on, so it keeps nothing.
 */
final class RedisServer {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final Path directory;

	private final Path configuration;

	private final Path pidFile;

	/**
	 * Where Redis listens.
	 */
	record Address(int port, String password) {
	}

	RedisServer(Path directory) {
		this.directory = directory;
		this.configuration = directory.resolve("redis.conf");
		this.pidFile = directory.resolve("redis.pid");
	}

	Address start() throws IOException {
		Directories.makePrivate(this.directory);
		Path program = Programs.redis(this.directory);
		stop();
		Path passwordFile = this.directory.resolve("password");
		if (!Files.exists(passwordFile)) {
			Directories.writePrivate(passwordFile, Secrets.random());
		}
		String password = Files.readString(passwordFile).strip();
		Path portFile = this.directory.resolve("port");
		int port = Ports.recorded(portFile);
		if (!launch(program, port, password)) {
			stop();
			port = Ports.anew(portFile);
			if (!launch(program, port, password)) {
				stop();
				throw new EmbeddedFailureException(
						"Redis did not start, see " + this.directory.resolve("redis.log") + ".", null);
			}
		}
		return new Address(port, password);
	}

	/**
	 * Stops the Redis that runs on the directory, if there is one.
	 */
	void stop() throws IOException {
		ProcessHandle process = Leftover.find(this.pidFile, this.directory).orElse(null);
		if (process == null) {
			return;
		}
		process.destroy();
		Leftover.awaitEnd(process, LIMIT);
	}

	private boolean launch(Path program, int port, String password) throws IOException {
		Files.deleteIfExists(this.pidFile);
		// A daemon of its own session, out of reach of a Ctrl-C at the console; the title
		// stays as it is because it tells a leftover from another program
		Directories.writePrivate(this.configuration, """
				bind 127.0.0.1
				port %d
				requirepass %s
				save ""
				appendonly no
				daemonize yes
				set-proc-title no
				dir "%s"
				pidfile "%s"
				logfile "%s"
				""".formatted(port, password, this.directory, this.pidFile, this.directory.resolve("redis.log")));
		new Command(this.directory).run(List.of(program.toString(), this.configuration.toString()), LIMIT);
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!answers(port, password)) {
			if (System.nanoTime() - end > 0) {
				return false;
			}
			pause();
		}
		return true;
	}

	private static boolean answers(int port, String password) {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout((int) LIMIT.toMillis());
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) LIMIT.toMillis());
			socket.getOutputStream().write(("AUTH " + password + "\r\n").getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII).equals("+OK");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(10);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedFailureException("Interrupted", ex);
		}
	}

}
