package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
		try {
			process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
