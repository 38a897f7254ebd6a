package io.hallcommand.benchmark.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hallcommand.wire.HallJson;
import tools.jackson.databind.JsonNode;

/**
 * A small client in C, compiled here: it costs so little itself that what it speaks to is
 * what is measured.
 */
public final class NativeTool {

	private final Path program;

	private NativeTool(Path program) {
		this.program = program;
	}

	/**
	 * Compiles it; empty if the machine has no C compiler or misses a library.
	 * @param name of the source, without its ending
	 * @param options such as {@code -lpq}
	 */
	public static Optional<NativeTool> compile(Lab lab, String name, String... options) {
		Path source = lab.file(name + ".c");
		Path program = lab.file(name);
		try (InputStream code = NativeTool.class.getResourceAsStream("/io/hallcommand/benchmark/c/" + name + ".c")) {
			if (code == null) {
				throw new IllegalStateException("The source of " + name + " is missing");
			}
			Files.copy(code, source);
			List<String> command = new ArrayList<>(List.of("cc", "-O2", "-D_GNU_SOURCE", source.toString(), "-o",
					program.toString(), "-I/usr/include/postgresql"));
			command.addAll(List.of(options));
			Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (compiler.waitFor() != 0) {
				lab.tell(name + ".c cannot be compiled: " + said);
				return Optional.empty();
			}
			return Optional.of(new NativeTool(program));
		}
		catch (IOException ex) {
			lab.tell(name + ".c cannot be compiled: " + ex.getMessage());
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Runs it, beside the server. */
	public void execute(String... arguments) {
		output(new ArrayList<>(), arguments);
	}

	/** Runs it, beside the server, and returns what it printed as JSON. */
	public JsonNode run(String... arguments) {
		return HallJson.mapper().readTree(output(new ArrayList<>(), arguments));
	}

	/** Runs it on the server's core, while the server has nothing to do. */
	public JsonNode runOnServerCore(String... arguments) {
		return HallJson.mapper().readTree(output(new ArrayList<>(Cores.forServer(List.of())), arguments));
	}

	private String output(List<String> command, String... arguments) {
		command.add(this.program.toString());
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(this.program.getFileName() + " failed: " + printed);
			}
			return printed;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
