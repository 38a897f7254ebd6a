package io.hallcommand.sim.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code hall-sim}.
 */
@Command(name = "hall-sim", mixinStandardHelpOptions = true, version = "hall-sim 0.1.0",
		description = "Crowds, replays and load for Hall Command.",
		subcommands = { CrowdCommand.class, ReplayCommand.class, LoadCommand.class, VerifyCommand.class,
				CommandLine.HelpCommand.class },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:all is well", "1:what was compared differs", "2:the command line is wrong",
				"3:the server does not answer", "4:the server refuses, or a file cannot be used" },
		footer = { "", "Examples:", "  hall-sim crowd --hall civic-centre",
				"  hall-sim replay calls.csv --hall centre-1999 --create",
				"  hall-sim load --halls 4 --screens 250 --rate 1000 --duration 30",
				"  hall-sim verify --hall civic-centre", "",
				"Tokens are read from credentials.json in the server's data directory (--data, HALL_DATA)." })
public final class HallSim {

	static final int DIFFERENT = 1;

	static final int UNAVAILABLE = 3;

	static final int REFUSED = 4;

	private HallSim() {
	}

	public static void main(String[] args) {
		Logger.getLogger("").setLevel(Level.WARNING);
		System.exit(commandLine().execute(args));
	}

	static CommandLine commandLine() {
		return new CommandLine(new HallSim()).setCaseInsensitiveEnumValuesAllowed(true)
			.setUsageHelpWidth(110)
			.setExecutionExceptionHandler((ex, command, parsed) -> explain(ex, command));
	}

	private static int explain(Exception ex, CommandLine command) throws Exception {
		if (ex instanceof HallUnavailable) {
			command.getErr().println("hall-sim: " + ex.getMessage());
			command.getErr()
				.println("Is the server running? Start it with 'mvn spring-boot:run' in the project's directory, "
						+ "or name another one with --server.");
			return UNAVAILABLE;
		}
		if (ex instanceof HallRefused || ex instanceof IllegalArgumentException || ex instanceof java.io.IOException) {
			command.getErr().println("hall-sim: " + ex.getMessage());
			return REFUSED;
		}
		throw ex;
	}

}
