package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where measuring happens: programs, a directory that is removed at the end, free ports,
 * and somebody to tell about progress.
 */
public final class Lab implements AutoCloseable {

	private final Path directory;

	private final Path serverJar;

	private final Consumer<String> progress;

	private final List<ServerProcess> processes = new CopyOnWriteArrayList<>();

	private int files;

	/**
	 * @param serverJar the packaged server
	 */
	public Lab(Path serverJar, Consumer<String> progress) {
		this.serverJar = serverJar;
		this.progress = progress;
		try {
			this.directory = Files.createTempDirectory("hall-benchmark-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// Nothing is left behind when somebody ends the benchmark
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	public Path serverJar() {
		return this.serverJar;
	}

	/** A new file or directory of this name, not made yet. */
	public Path file(String name) {
		return this.directory.resolve(++this.files + "-" + name);
	}

	/**
	 * Starts a program on the core of servers. What it prints goes to a file of this
	 * name.
	 */
	public ServerProcess start(String log, List<String> command, Map<String, String> environment) {
		ServerProcess process = ServerProcess.start(command, environment, file(log));
		this.processes.add(process);
		return process;
	}

	/** What the newest server said last: worth a look when something went wrong. */
	public String lastWords() {
		if (this.processes.isEmpty()) {
			return "";
		}
		ServerProcess newest = this.processes.getLast();
		return "The server " + (newest.isAlive() ? "is running" : "has ended") + ". It said last:\n" + newest.said();
	}

	public void tell(String progress) {
		this.progress.accept(progress);
	}

	/** The java that runs this, and the options that every Java server here gets. */
	public List<String> java() {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
	}

	/** The jar that this program runs from. */
	public String ownJar() {
		return System.getProperty("java.class.path");
	}

	/** A port on loopback that nobody uses. */
	public static InetSocketAddress freeAddress() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void close() {
		this.processes.forEach(ServerProcess::close);
		if (!Files.exists(this.directory)) {
			return;
		}
		try (Stream<Path> files = Files.walk(this.directory)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
