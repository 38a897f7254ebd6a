package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.hallcommand.server.HallCommand;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole server in this process, with real PostgreSQL and Redis, spoken to over the wire
 * only.
 */
final class Node implements AutoCloseable {

	/** The hall that tests use: queues tax and care, windows 1 to 3. */
	static final String PLAN = """
			{"name":{"zh":"测试厅","en":"Test hall"},"level":"CITY","clock":"%s",
			 "zones":[{"id":"A","name":{"zh":"A 区","en":"Zone A"}}],
			 "queues":[{"id":"tax","name":{"zh":"税务","en":"Tax"},"prefix":"T"},{"id":"care","name":{"zh":"医保","en":"Care"},"prefix":"C"}],
			 "windows":[{"id":"1","zone":"A","queues":["tax"]},{"id":"2","zone":"A","queues":["tax","care"]},{"id":"3","zone":"A","queues":["care"]}]}""";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	final int port;

	final int rsocketPort;

	final JsonNode credentials;

	private Node(ConfigurableApplicationContext context, Path data) {
		this.context = context;
		this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.rsocketPort = context.getEnvironment().getRequiredProperty("local.rsocket.port", Integer.class);
		try {
			this.credentials = HallJson.mapper().readTree(Files.readString(data.resolve("credentials.json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Node start(TestDatabase database, TestRedis redis, Path data, String... more) {
		List<String> properties = new ArrayList<>(List.of("server.port=0", "hall.rsocket.port=0", "hall.data=" + data,
				"hall.greeting=false", "hall.demo.crowd=false", "hall.demo.region=false", "logging.level.root=warn"));
		properties.addAll(database.properties());
		properties.addAll(redis.properties());
		for (String each : more) {
			String name = each.substring(0, each.indexOf('=') + 1);
			properties.removeIf((known) -> known.startsWith(name));
			properties.add(each);
		}
		return new Node(new SpringApplicationBuilder(HallCommand.class)
			.run(properties.stream().map((each) -> "--" + each).toArray(String[]::new)), data);
	}

	String admin() {
		return this.credentials.required("adminToken").stringValue();
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Makes a hall with the tests' plan. */
	void createHall(String hall, String clock) {
		HttpResponse<String> response = send("PUT", "/api/halls/" + hall + "/plan", admin(), "application/json",
				PLAN.formatted(clock));
		if (response.statusCode() / 100 != 2) {
			throw new AssertionError(response.statusCode() + " " + response.body());
		}
	}

	JsonNode view(String hall) {
		HttpResponse<String> response = send("GET", "/api/halls/" + hall, admin(), null, null);
		if (response.statusCode() != 200) {
			throw new AssertionError(response.statusCode() + " " + response.body());
		}
		return HallJson.mapper().readTree(response.body());
	}

	List<JsonNode> journal(String hall) {
		return send("GET", "/api/halls/" + hall + "/events", admin(), null, null).body()
			.lines()
			.map((line) -> HallJson.mapper().readTree(line))
			.toList();
	}

	JsonNode post(String hall, List<String> events) {
		HttpResponse<String> response = send("POST", "/api/halls/" + hall + "/events", admin(), "application/json",
				events.stream().collect(Collectors.joining(",", "[", "]")));
		if (response.statusCode() != 200) {
			throw new AssertionError(response.statusCode() + " " + response.body());
		}
		return HallJson.mapper().readTree(response.body());
	}

	HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String type,
			@Nullable String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(30))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (type != null) {
			request.header("Content-Type", type);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
		this.context.close();
	}

}
