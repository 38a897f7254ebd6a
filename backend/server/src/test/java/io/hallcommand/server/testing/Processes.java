package io.hallcommand.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * What the embedded services need of the operating system.
 */
final class Processes {

	private Processes() {
	}

	/** Signals a process and all that it started. */
	static void signal(String name, ProcessHandle process) {
		List<String> command = new ArrayList<>(List.of("kill", "-" + name));
		Stream.concat(Stream.of(process), process.descendants())
			.forEach((target) -> command.add(String.valueOf(target.pid())));
		try {
			new ProcessBuilder(command).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	static Path temporaryDirectory() {
		try {
			return Files.createTempDirectory("hall-test-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void delete(Path directory) {
		FileSystemUtils.deleteRecursively(directory.toFile());
	}

}
