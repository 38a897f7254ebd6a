package io.hallcommand.sim.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.PlanCheck;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which server, and by what right.
 */
final class ServerOptions {

	@Option(names = "--server", defaultValue = "http://localhost:8080", paramLabel = "URL",
			description = "Where the server listens (default: ${DEFAULT-VALUE}).")
	@SuppressWarnings("NullAway.Init")
	URI server;

	@Option(names = "--data", paramLabel = "DIR",
			description = "The server's data directory, for its credentials.json (default: $HALL_DATA, then ~/.hall-command).")
	@Nullable Path data;

	@Option(names = "--token", paramLabel = "TOKEN", description = "A token, instead of that in credentials.json.")
	@Nullable String token;

	HallClient client(String hall) {
		if (!PlanCheck.validId(hall)) {
			throw new IllegalArgumentException("'" + hall + "' is no hall's id");
		}
		return new HallClient(this.server, new HallId(hall), token());
	}

	/** The given token, or the administrator's: it may read, report and plan. */
	@Nullable String token() {
		if (this.token != null) {
			return this.token;
		}
		for (Path directory : directories()) {
			Path file = directory.resolve("credentials.json");
			if (Files.isReadable(file)) {
				return read(file);
			}
		}
		return null;
	}

	boolean isLoopback() {
		try {
			return InetAddress.getByName(this.server.getHost()).isLoopbackAddress();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<Path> directories() {
		if (this.data != null) {
			return List.of(this.data);
		}
		List<Path> directories = new ArrayList<>();
		String variable = System.getenv("HALL_DATA");
		if (variable != null && !variable.isBlank()) {
			directories.add(Path.of(variable));
		}
		directories.add(Path.of(System.getProperty("user.home"), ".hall-command"));
		return directories;
	}

	private static @Nullable String read(Path file) {
		try {
			return HallJson.mapper().readTree(Files.readAllBytes(file)).path("adminToken").stringValue(null);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalArgumentException(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

}
