package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds in memory, in bytes.
 *
 * @param heap in use after a collection; 0 for what is no Java
 * @param nativeMemory everything else: committed by a Java virtual machine outside of its
 * heap, buffers included, or the resident memory of another program
 */
public record Memory(long heap, long nativeMemory) {

	private static final Pattern TOTAL = Pattern.compile("Total: reserved=\\d+, committed=(\\d+)");

	private static final Pattern HEAP = Pattern.compile("Java Heap \\(reserved=\\d+, committed=(\\d+)");

	private static final Pattern USED = Pattern.compile(" total \\d+K, used (\\d+)K");

	/** Of a Java that was started with {@code -XX:NativeMemoryTracking=summary}. */
	public static Memory ofJava(Lab lab, long process) {
		Path jcmd = Path.of(lab.java().getFirst()).resolveSibling("jcmd");
		// What finalizers and cleaners let go is free after the second
		run(jcmd, process, "GC.run");
		run(jcmd, process, "GC.run");
		long used = 0;
		for (Matcher matcher = USED.matcher(run(jcmd, process, "GC.heap_info")); matcher.find();) {
			used += Long.parseLong(matcher.group(1)) * 1024;
		}
		String tracked = run(jcmd, process, "VM.native_memory", "summary", "scale=b");
		return new Memory(used, number(TOTAL, tracked) - number(HEAP, tracked));
	}

	/** The resident memory of a program. */
	public static Memory resident(long... processes) {
		long bytes = 0;
		for (long process : processes) {
			try {
				String status = Files.readString(Path.of("/proc", Long.toString(process), "status"));
				bytes += number(Pattern.compile("VmRSS:\\s+(\\d+) kB"), status) * 1024;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Process " + process + " is gone", ex);
			}
		}
		return new Memory(0, bytes);
	}

	public long total() {
		return this.heap + this.nativeMemory;
	}

	private static long number(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("There is no '" + pattern + "' in: " + text);
		}
		return Long.parseLong(matcher.group(1));
	}

	private static String run(Path jcmd, long process, String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(jcmd.toString(), Long.toString(process));
			builder.command().addAll(java.util.List.of(command));
			Process running = builder.redirectErrorStream(true).start();
			String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (running.waitFor() != 0) {
				throw new IllegalStateException("jcmd " + String.join(" ", command) + " failed: " + said);
			}
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("jcmd of the JDK is needed", ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
