package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Processor time that processes have taken since they began, user and system, in seconds.
 */
public record CpuTime(double seconds) {

	/** Linux counts in these for every program. */
	private static final double TICKS_PER_SECOND = 100;

	private static final int USER_TIME = 11;

	/** The thread's number, and its name as far as Linux keeps it. */
	private static final Pattern COMPILER = Pattern.compile("\\d+ \\(C[12] Compiler");

	/** Of these processes together. */
	public static CpuTime of(long... processes) {
		double ticks = 0;
		for (long process : processes) {
			ticks += ticks(read(process));
		}
		return new CpuTime(ticks / TICKS_PER_SECOND);
	}

	/**
	 * Of what these processes take to compile themselves; nothing if they are no Java.
	 */
	public static CpuTime ofCompilers(long... processes) {
		double ticks = 0;
		for (long process : processes) {
			for (String stat : threads(process)) {
				if (COMPILER.matcher(stat).lookingAt()) {
					ticks += ticks(stat);
				}
			}
		}
		return new CpuTime(ticks / TICKS_PER_SECOND);
	}

	public static CpuTime ofThisProcess() {
		return of(ProcessHandle.current().pid());
	}

	private static double ticks(String stat) {
		// The name of the program stands in brackets and may hold anything
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[USER_TIME + 1]);
	}

	private static String read(long process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process), "stat"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Process " + process + " is gone", ex);
		}
	}

	private static List<String> threads(long process) {
		List<String> found = new ArrayList<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "task"))) {
			for (Path task : tasks) {
				try {
					found.add(Files.readString(task.resolve("stat")));
				}
				catch (IOException ex) {
					// A thread that just ended
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Process " + process + " is gone", ex);
		}
		return found;
	}

}
