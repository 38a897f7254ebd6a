package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the server that an earlier run left behind when it was killed.
 */
final class Leftover {

	private Leftover() {
	}

	/**
	 * The process that a pid file names, if it is alive and works on that path: a pid
	 * alone proves nothing, it may have been given to another program.
	 */
	static Optional<ProcessHandle> find(Path pidFile, Path path) throws IOException {
		if (!Files.exists(pidFile)) {
			return Optional.empty();
		}
		String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
		if (!pid.matches("\\d{1,10}")) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(pid))
			.filter(ProcessHandle::isAlive)
			.filter((process) -> process.info().commandLine().orElse("").contains(path.toString()));
	}

	/** Waits until the process is gone; one that stays is killed. */
	static void awaitEnd(ProcessHandle process, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		try {
			// ProcessHandle.onExit looks only every second or two at what is no child
			while (runs(process) && System.nanoTime() - end < 0) {
				Thread.sleep(10);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (runs(process)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	/** A process that has ended counts as alive until somebody collects it. */
	static boolean runs(ProcessHandle process) {
		return process.isAlive() && !ended(process) && process.info().commandLine().isPresent();
	}

	/** Linux tells the state behind the name, which may hold anything. */
	private static boolean ended(ProcessHandle process) {
		try {
			String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"),
					StandardCharsets.ISO_8859_1);
			String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
			return state.startsWith("Z") || state.startsWith("X");
		}
		catch (IOException ex) {
			// Another system, or gone this moment: the other signs decide
			return false;
		}
	}

}
