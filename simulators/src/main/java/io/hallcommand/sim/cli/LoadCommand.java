package io.hallcommand.sim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.hallcommand.sim.load.LoadResult;
import io.hallcommand.sim.load.LoadRun;
import io.hallcommand.sim.load.LoadSettings;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Many screens and devices, measured.
 */
@Command(name = "load", mixinStandardHelpOptions = true,
		description = { "Lets many devices report to halls of its own (load-001 …) while many screens watch.",
				"Devices follow a schedule that waits for nobody, and every time counts from when it was due." },
		footer = { "", "Examples:", "  hall-sim load",
				"  hall-sim load --halls 4 --screens 250 --rate 1000 --duration 30 --json load.json",
				"  hall-sim load --screens 0 --rate 20000 --batch 100" })
final class LoadCommand implements Callable<Integer> {

	@Mixin
	private ServerOptions server = new ServerOptions();

	@Option(names = "--halls", defaultValue = "1", description = "Halls (default: ${DEFAULT-VALUE}).")
	private int halls;

	@Option(names = "--screens", defaultValue = "50",
			description = "Screens for each hall (default: ${DEFAULT-VALUE}).")
	private int screens;

	@Option(names = "--rsocket-share", defaultValue = "0.5", paramLabel = "0..1",
			description = "Share of screens on RSocket, the others on SSE (default: ${DEFAULT-VALUE}).")
	private double rsocketShare;

	@Option(names = "--rsocket-port", defaultValue = "7000", paramLabel = "PORT",
			description = "The server's RSocket port (default: ${DEFAULT-VALUE}).")
	private int rsocketPort;

	@Option(names = "--devices", defaultValue = "20",
			description = "Devices for each hall, 1 to 28 (default: ${DEFAULT-VALUE}).")
	private int devices;

	@Option(names = "--rate", defaultValue = "100", paramLabel = "EVENTS/S",
			description = "Events a second in all (default: ${DEFAULT-VALUE}).")
	private double rate;

	@Option(names = "--batch", defaultValue = "1", paramLabel = "N",
			description = "Events in a POST (default: ${DEFAULT-VALUE}).")
	private int batch;

	@Option(names = "--warm-up", defaultValue = "3", paramLabel = "SECONDS",
			description = "How long to go before anything counts (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--duration", defaultValue = "10", paramLabel = "SECONDS",
			description = "How long (default: ${DEFAULT-VALUE}).")
	private int duration;

	@Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too.")
	private @Nullable Path json;

	@Option(names = "--allow-remote", description = "Allow a server that is not on this machine.")
	private boolean allowRemote;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		if (!this.allowRemote && !this.server.isLoopback()) {
			throw new IllegalArgumentException(
					this.server.server + " is not on this machine: --allow-remote if you mean it");
		}
		LoadSettings settings = new LoadSettings(this.server.server, this.server.token(), this.rsocketPort, this.halls,
				this.screens, this.rsocketShare, this.devices, this.rate, this.batch, this.warmUp, this.duration);
		Console console = new Console(this.spec);
		LoadResult result = new LoadRun(settings, console::line).run();
		print(console, result);
		if (this.json != null) {
			Files.writeString(this.json, HallJson.mapper().writeValueAsString(result) + "\n");
		}
		boolean well = result.wrongPictures() == 0 && result.undelivered() == 0 && result.failures() == 0
				&& result.rejected() == 0;
		return well ? 0 : HallSim.DIFFERENT;
	}

	private void print(Console console, LoadResult result) {
		console.line("accepted          %d events in %.1f s: %.0f/s (asked for %.0f/s)".formatted(result.accepted(),
				result.seconds(), result.acceptedPerSecond(), this.rate));
		console.line("not accepted      %d rejected, %d failed requests, %d duplicates".formatted(result.rejected(),
				result.failures(), result.duplicates()));
		console.line("POST to answer    " + result.commit());
		console.line("POST to screen    " + result.delivery());
		console.line("screens           %d, %d frames, %.1f MB (%.0f B a frame)".formatted(result.screens(),
				result.frames(), result.bytes() / 1e6, (double) result.bytes() / Math.max(1, result.frames())));
		console.line("                  %d undelivered, %d snapshots after the first, %d stale frames, %d interruptions"
			.formatted(result.undelivered(), result.snapshots(), result.stale(), result.interruptions()));
		console.line("pictures          %d of %d probes differ from the server's view".formatted(result.wrongPictures(),
				result.probes()));
	}

}
