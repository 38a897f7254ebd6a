package io.hallcommand.server.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.hallcommand.server.HallCommand;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * A whole server in a process of its own, which can be killed like a power cut.
 */
final class ServerProcess implements AutoCloseable {

	/** A start takes some seconds, on a machine that has much else to do many more. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	final int port = freePort();

	final int rsocketPort = freePort();

	private final Path data;

	private final List<String> properties;

	private @Nullable Process process;

	ServerProcess(Path data, List<String> properties, String... more) {
		this.data = data;
		this.properties = new ArrayList<>(properties);
		this.properties.addAll(Arrays.asList(more));
		this.properties.addAll(List.of("server.port=" + this.port, "hall.rsocket.port=" + this.rsocketPort,
				"hall.data=" + data, "hall.demo.crowd=false", "hall.demo.region=false"));
	}

	/** Starts it and waits until it serves. */
	ServerProcess start() {
		List<String> command = new ArrayList<>(
				List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-XX:TieredStopAtLevel=1",
						"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
						System.getProperty("java.class.path"), HallCommand.class.getName()));
		this.properties.forEach((property) -> command.add("--" + property));
		File log = log().toFile();
		try {
			Files.createDirectories(this.data);
			Process started = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
				.start();
			this.process = started;
			try (HttpClient http = HttpClient.newHttpClient()) {
				await().atMost(PATIENCE).until(() -> {
					if (!started.isAlive()) {
						throw new AssertionError("The server did not start:\n" + console());
					}
					return healthy(http);
				});
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** As a power cut does it. */
	void kill() {
		end(true);
	}

	@Override
	public void close() {
		end(false);
	}

	String credential(String name) {
		try {
			JsonNode credentials = HallJson.mapper().readTree(Files.readString(this.data.resolve("credentials.json")));
			return credentials.required(name).stringValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it has written to its console. */
	String console() {
		try {
			return Files.readString(log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path log() {
		return this.data.resolve("test-server.log");
	}

	URI uri() {
		return URI.create("http://localhost:" + this.port);
	}

	private boolean healthy(HttpClient http) {
		try {
			return http
				.send(HttpRequest.newBuilder(uri().resolve("/actuator/health")).build(),
						HttpResponse.BodyHandlers.ofString())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void end(boolean brutally) {
		Process running = this.process;
		if (running == null) {
			return;
		}
		if (brutally) {
			running.destroyForcibly();
		}
		else {
			running.destroy();
		}
		try {
			if (!running.waitFor(30, TimeUnit.SECONDS)) {
				running.destroyForcibly();
				throw new AssertionError("The server did not stop within 30 s");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		this.process = null;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
