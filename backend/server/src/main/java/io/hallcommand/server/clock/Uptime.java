package io.hallcommand.server.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * How long the machine is up, in nanoseconds, with the time in which it slept. Known on
 * Linux only.
 */
final class Uptime implements LongSupplier {

	static final long UNKNOWN = 0;

	private static final Path FILE = Path.of("/proc/uptime");

	@Override
	public long getAsLong() {
		try {
			String seconds = Files.readString(FILE).split(" ", 2)[0];
			return Math.round(Double.parseDouble(seconds) * 1e9);
		}
		catch (IOException | NumberFormatException ex) {
			return UNKNOWN;
		}
	}

}
