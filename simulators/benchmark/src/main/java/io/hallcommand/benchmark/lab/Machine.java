package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What was measured on.
 */
public final class Machine {

	private Machine() {
	}

	/** In a line. */
	public static String description() {
		return "%d cores of %s, one of them for the server; PostgreSQL, references' clients and load beside it; Java %s, %s."
			.formatted(Cores.count(), processor(), Runtime.version(), LocalDate.now());
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("an unnamed processor");
		}
		catch (IOException ex) {
			return "an unknown processor";
		}
	}

}
