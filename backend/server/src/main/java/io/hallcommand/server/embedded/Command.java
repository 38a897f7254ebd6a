package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end. What it prints goes to a file, so that what it leaves
 * running in the background never holds a pipe open.
 */
final class Command {

	private final Path directory;

	private final Path output;

	/**
	 * @param directory where programs run and their output is kept
	 */
	Command(Path directory) {
		this.directory = directory;
		this.output = directory.resolve("command.log");
	}

	/**
	 * Runs a program.
	 * @throws EmbeddedFailureException with what it printed if it fails or does not end
	 */
	void run(List<String> command, Duration limit) throws IOException {
		run(command, "", limit);
	}

	void run(List<String> command, String input, Duration limit) throws IOException {
		int exit = exitCode(command, input, limit);
		if (exit != 0) {
			throw new EmbeddedFailureException("A program failed (exit code " + exit + "): " + String.join(" ", command)
					+ System.lineSeparator() + Files.readString(this.output).strip(), null);
		}
	}

	/**
	 * Runs a program and tells how it ended; -1 if it did not end in time or could not be
	 * run.
	 */
	int exitCode(List<String> command, String input, Duration limit) throws IOException {
		Path inputFile = this.directory.resolve("command.in");
		Files.writeString(inputFile, input);
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectInput(inputFile.toFile())
			.redirectOutput(this.output.toFile());
		// PGDATA, PGPORT, PGOPTIONS and the like belong to the user's other servers
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		Process process;
		try {
			process = builder.start();
		}
		catch (IOException ex) {
			Files.writeString(this.output, ex.toString());
			return -1;
		}
		try {
			if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				return process.exitValue();
			}
			process.destroyForcibly();
			return -1;
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new EmbeddedFailureException("Interrupted", ex);
		}
	}

}
