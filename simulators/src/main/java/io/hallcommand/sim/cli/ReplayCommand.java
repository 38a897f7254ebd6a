package io.hallcommand.sim.cli;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.engine.Pace;
import io.hallcommand.sim.replay.CallLog;
import io.hallcommand.sim.replay.JournalReader;
import io.hallcommand.sim.replay.LogMapping;
import io.hallcommand.sim.replay.Recording;
import io.hallcommand.sim.replay.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Plays a journal or a foreign log, then compares.
 */
@Command(name = "replay", mixinStandardHelpOptions = true,
		description = { "Plays a journal export or a foreign log into a hall, then compares the server's journal,",
				"counts and view with an own fold of the same events.",
				"It can be stopped and started again at any time: ids come from the file and the row." },
		footer = { "", "Examples:", "  hall-sim replay calls.csv --hall centre-1999 --create",
				"  hall-sim replay calls.csv --mapping my-log.yaml --hall my-hall --create --pace 600",
				"  hall-sim replay calls.csv --hall centre-rs --create --transport rsocket",
				"  hall-sim replay journal.ndjson --hall copy --create",
				"  hall-sim replay --from civic-centre --hall copy --create" })
final class ReplayCommand implements Callable<Integer> {

	@Mixin
	private ServerOptions server = new ServerOptions();

	@Parameters(arity = "0..1", paramLabel = "FILE",
			description = "A CSV log, or a journal export (*.ndjson, *.jsonl).")
	private @Nullable Path file;

	@Option(names = "--from", paramLabel = "HALL", description = "Play this hall's journal instead of a file.")
	private @Nullable String from;

	@Option(names = "--hall", required = true, paramLabel = "HALL", description = "The hall to play into.")
	private String hall = "";

	@Option(names = "--create", description = "Make the hall if there is none, by what the recording knows of it.")
	private boolean create;

	@Option(names = "--mapping", defaultValue = "service-centre", paramLabel = "FILE|NAME",
			description = "How to read a CSV log: a YAML file, or a shipped one (default: ${DEFAULT-VALUE}).")
	private String mapping = "";

	@Option(names = "--pace", defaultValue = "max", paramLabel = "N|max",
			description = "Times as fast as it happened, or as fast as the server takes it (default: ${DEFAULT-VALUE}).")
	private String pace = "";

	@Option(names = "--transport", defaultValue = "http", paramLabel = "http|rsocket",
			description = "How to send (default: ${DEFAULT-VALUE}).")
	private String transport = "";

	@Option(names = "--rsocket-port", defaultValue = "7000", paramLabel = "PORT",
			description = "The server's RSocket port (default: ${DEFAULT-VALUE}).")
	private int rsocketPort;

	@Option(names = "--batch", defaultValue = "500", paramLabel = "N",
			description = "Events in a batch, 1 to 5000 (default: ${DEFAULT-VALUE}).")
	private int batch;

	@Option(names = "--give-up", defaultValue = "300", paramLabel = "SECONDS",
			description = "Wait for a silent server so long before giving up (default: ${DEFAULT-VALUE}).")
	private int giveUp;

	@Option(names = "--strict", description = "Send nothing if the log has broken rows.")
	private boolean strict;

	@Option(names = "--details", defaultValue = "5", paramLabel = "N",
			description = "List so many broken rows with line and reason (default: ${DEFAULT-VALUE}).")
	private int details;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		Console console = new Console(this.spec);
		if (this.batch < 1 || this.batch > 5000) {
			throw new IllegalArgumentException("--batch is between 1 and 5000");
		}
		Recording recording = recording();
		console.oddities(recording, this.details);
		if (this.strict && recording.isBroken()) {
			throw new IllegalArgumentException("The log has broken rows and --strict was given: nothing was sent");
		}
		try (HallClient client = this.server.client(this.hall)) {
			Replay replay = new Replay(client, settings(), console::line);
			if (this.create && replay.create(recording, client)) {
				console.line("Made hall " + this.hall);
			}
			return console.result(recording, replay.run(recording));
		}
	}

	private Recording recording() throws Exception {
		if (this.from != null) {
			try (HallClient source = this.server.client(this.from)) {
				return JournalReader.recording("journal of " + this.from, JournalReader.read(source));
			}
		}
		if (this.file == null) {
			throw new IllegalArgumentException("Name a file to play, or a hall with --from");
		}
		if (!Files.isReadable(this.file)) {
			throw new IllegalArgumentException("There is no file " + this.file);
		}
		String name = this.file.toString();
		return (name.endsWith(".ndjson") || name.endsWith(".jsonl"))
				? JournalReader.recording(name, JournalReader.read(this.file))
				: CallLog.read(this.file, LogMapping.read(this.mapping));
	}

	private Replay.Settings settings() {
		InetSocketAddress rsocket = switch (this.transport) {
			case "http" -> null;
			case "rsocket" -> new InetSocketAddress(this.server.server.getHost(), this.rsocketPort);
			default -> throw new IllegalArgumentException("--transport is http or rsocket");
		};
		return new Replay.Settings(Pace.parse(this.pace), this.batch, rsocket, this.server.token(),
				Duration.ofSeconds(this.giveUp));
	}

}
