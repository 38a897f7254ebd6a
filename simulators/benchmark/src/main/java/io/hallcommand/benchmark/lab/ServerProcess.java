package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A program under measurement on a core of its own.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Duration STOP = Duration.ofSeconds(60);

	private final Process process;

	private final Path log;

	private final long began = System.nanoTime();

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
		ProcessBuilder builder = new ProcessBuilder(Cores.forServer(command)).redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		try {
			return new ServerProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(command.getFirst() + " cannot be started", ex);
		}
	}

	/** Its process, on whose CPU time it is judged. */
	public long pid() {
		return this.process.pid();
	}

	public List<ProcessHandle> descendants() {
		return this.process.descendants().toList();
	}

	/** Waits, and returns how many seconds after its start it was ready. */
	public double awaitReady(Duration patience, BooleanSupplier ready) throws InterruptedException {
		while (!ready.getAsBoolean()) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("A server ended at its start. It said:\n" + said());
			}
			if (System.nanoTime() - this.began > patience.toNanos()) {
				throw new IllegalStateException(
						"A server was not ready after " + patience.toSeconds() + " s. It said:\n" + said());
			}
			TimeUnit.MILLISECONDS.sleep(10);
		}
		return (System.nanoTime() - this.began) / 1e9;
	}

	/** Lets it use all cores, until {@link #confine}: code is compiled sooner. */
	public void free() {
		Cores.free(pid());
	}

	/** Puts it back on the server's core. */
	public void confine() {
		Cores.confine(pid());
	}

	/** Stops processes where they are: they take no CPU until {@link #resume}. */
	public static void pause(long... processes) {
		signal("STOP", processes);
	}

	public static void resume(long... processes) {
		signal("CONT", processes);
	}

	private static void signal(String name, long... processes) {
		List<String> command = new ArrayList<>(List.of("kill", "-" + name));
		for (long process : processes) {
			command.add(Long.toString(process));
		}
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("kill (of procps or util-linux) is needed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether somebody listens there. */
	public static boolean listens(InetSocketAddress address) {
		try (Socket socket = new Socket()) {
			socket.connect(address, 200);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** The last lines that it printed. */
	String said() {
		try {
			List<String> lines = Files.readAllLines(this.log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
		}
		catch (IOException ex) {
			return "(its log cannot be read: " + ex.getMessage() + ")";
		}
	}

	@Override
	public void close() {
		List<ProcessHandle> children = descendants();
		// One that is paused would not hear that it is to end
		resume(pid());
		this.process.destroy();
		try {
			if (!this.process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		children.forEach(ProcessHandle::destroyForcibly);
	}

}
