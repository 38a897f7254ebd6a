package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which core does what: the server under measurement has one for itself, everything else
 * (the client, databases) has the others.
 */
public final class Cores {

	private static final String SERVER = "0";

	private Cores() {
	}

	/** The command, on the server's core. */
	static List<String> forServer(List<String> command) {
		List<String> pinned = new ArrayList<>(List.of("taskset", "-c", SERVER));
		pinned.addAll(command);
		return pinned;
	}

	/** Lets a server use all of them, while nothing is measured. */
	static void free(long server) {
		pin(server, "0-" + (count() - 1));
	}

	/** Puts a server back on its core. */
	static void confine(long server) {
		pin(server, SERVER);
	}

	/** Moves processes to the others. */
	public static void moveToOthers(List<ProcessHandle> processes) {
		processes.forEach((process) -> pin(process.pid(), others()));
	}

	/** Moves this process to the others. */
	public static void moveThisProcess() {
		pin(ProcessHandle.current().pid(), others());
	}

	private static String others() {
		int last = count() - 1;
		return (last == 0) ? SERVER : "1-" + last;
	}

	/** All of the machine. */
	static int count() {
		try {
			Process counted = new ProcessBuilder("nproc", "--all").start();
			return Integer.parseInt(
					new String(counted.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
						.strip());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Linux with coreutils and util-linux (nproc, taskset) is needed", ex);
		}
	}

	private static void pin(long process, String cores) {
		try {
			new ProcessBuilder("taskset", "-acp", cores, Long.toString(process)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new IllegalStateException("taskset (of util-linux) is needed", ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
