package io.hallcommand.sim.cli;

import java.util.concurrent.Callable;

import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.replay.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Holds a hall's view against the fold of its journal.
 */
@Command(name = "verify", mixinStandardHelpOptions = true,
		description = "Folds a hall's whole journal here and compares the result with the server's view.",
		footer = { "", "Example:", "  hall-sim verify --hall civic-centre" })
final class VerifyCommand implements Callable<Integer> {

	@Mixin
	private ServerOptions server = new ServerOptions();

	@Option(names = "--hall", defaultValue = "civic-centre", paramLabel = "HALL",
			description = "The hall (default: ${DEFAULT-VALUE}).")
	private String hall = "";

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		Console console = new Console(this.spec);
		try (HallClient client = this.server.client(this.hall)) {
			Verification verification = Verification.of(client);
			console.line("%d entries, up to version %d".formatted(verification.entries(), verification.version()));
			return console.differences(verification.differences());
		}
	}

}
