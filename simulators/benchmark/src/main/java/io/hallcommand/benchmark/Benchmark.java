package io.hallcommand.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The benchmark's commands.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true, subcommands = { RunCommand.class, ServeCommand.class },
		description = "The server beside its references, on the same work in one run.")
public final class Benchmark {

	public static void main(String... arguments) {
		System.exit(new CommandLine(new Benchmark()).execute(arguments));
	}

}
