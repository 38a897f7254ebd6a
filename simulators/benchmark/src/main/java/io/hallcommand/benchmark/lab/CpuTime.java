package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time that processes have taken since they began, user and system, in seconds.
 */
public record CpuTime(double seconds) {

	/** Linux counts in these for every program. */
	private static final double TICKS_PER_SECOND = 100;

	private static final int USER_TIME = 11;

	/** Of these processes together. */
	public static CpuTime of(long... processes) {
		double ticks = 0;
		for (long process : processes) {
			String stat = read(process);
			// The name of the program stands in brackets and may hold anything
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			ticks += Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[USER_TIME + 1]);
		}
		return new CpuTime(ticks / TICKS_PER_SECOND);
	}

	public static CpuTime ofThisProcess() {
		return of(ProcessHandle.current().pid());
	}

	private static String read(long process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process), "stat"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Process " + process + " is gone", ex);
		}
	}

}
