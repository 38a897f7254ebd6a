package io.hallcommand.server.embedded;

import java.io.IOException;
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

	/** A process that has ended, but that nobody has collected, has no command line. */
	static boolean runs(ProcessHandle process) {
		return process.isAlive() && process.info().commandLine().isPresent();
	}

}
