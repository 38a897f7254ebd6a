package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import io.rsocket.RSocket;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.exceptions.RejectedSetupException;
import io.rsocket.transport.ClientTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who is let in where: no token, a wrong one, one of another hall, on HTTP and RSocket.
 */
class DoorsTest {

	private static Node node;

	private static String deviceOfMine;

	private static String wallOfMine;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		node.createHall("mine", "LIVE");
		node.createHall("other", "LIVE");
		deviceOfMine = token("DEVICE", "mine");
		wallOfMine = token("WALL", "mine");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	static Stream<Named<Function<Node, ClientTransport>>> doors() {
		return Stream.of(Named.of("TCP", RSocketClient::tcp), Named.of("WebSocket", RSocketClient::webSocket));
	}

	@Test
	void httpRefusesWhoHasNoRight() {
		List<String> event = new Feeder("x", 1).next(1);
		assertThat(status("GET", "/api/halls/mine", null)).isEqualTo(401);
		assertThat(status("GET", "/api/halls/mine/stream", null)).isEqualTo(401);
		assertThat(status("GET", "/api/halls/mine", "hw_wrong")).isEqualTo(401);
		assertThat(status("GET", "/api/halls/mine", wallOfMine)).isEqualTo(200);
		assertThat(status("GET", "/api/halls/other", wallOfMine)).isEqualTo(403);
		assertThat(status("GET", "/api/halls/other/stream", wallOfMine)).isEqualTo(403);
		assertThat(status("GET", "/api/halls/other/events", wallOfMine)).isEqualTo(403);
		assertThat(status("GET", "/api/halls/mine", deviceOfMine)).isEqualTo(403);
		assertThat(post("mine", null, event)).isEqualTo(401);
		assertThat(post("mine", wallOfMine, event)).isEqualTo(403);
		assertThat(post("other", deviceOfMine, event)).isEqualTo(403);
		assertThat(post("mine", deviceOfMine, event)).isEqualTo(200);
		assertThat(status("GET", "/actuator/health", null)).isEqualTo(200);
		assertThat(status("GET", "/actuator/prometheus", null)).isEqualTo(401);
		assertThat(status("GET", "/actuator/prometheus", wallOfMine)).isEqualTo(403);
		assertThat(status("GET", "/actuator/prometheus", node.admin())).isEqualTo(200);
	}

	/** Answers come from several threads: none may leave the connection unread. */
	@Test
	void oneKeptConnectionIsAnsweredEveryTime() {
		for (int i = 0; i < 1_000; i++) {
			assertThat(status("GET", "/api/halls/mine", null)).isEqualTo(401);
			assertThat(status("GET", "/api/halls/mine", "hw_wrong")).isEqualTo(401);
			assertThat(status("GET", "/api/halls/mine", wallOfMine)).isEqualTo(200);
			assertThat(status("GET", "/api/halls/other", wallOfMine)).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void rsocketRefusesWhoHasNoRight(Function<Node, ClientTransport> door) {
		for (String token : new String[] { null, "hd_wrong" }) {
			assertThatThrownBy(() -> firstFrame(door, token, "halls.mine.stream"))
				.isInstanceOf(RejectedSetupException.class)
				.hasMessageContaining("\"status\":401");
		}
		assertThatThrownBy(() -> firstFrame(door, wallOfMine, "halls.other.stream"))
			.isInstanceOf(RejectedException.class)
			.hasMessageContaining("\"status\":403");
		assertThatThrownBy(() -> firstFrame(door, deviceOfMine, "halls.mine.stream"))
			.isInstanceOf(RejectedException.class)
			.hasMessageContaining("\"status\":403");
		assertThatThrownBy(() -> firstFrame(door, node.admin(), "halls.nowhere.stream"))
			.isInstanceOf(RejectedException.class)
			.hasMessageContaining("\"status\":404");
		assertThatThrownBy(() -> firstFrame(door, node.admin(), "city.halls")).isInstanceOf(RejectedException.class)
			.hasMessageContaining("There is no route");
		assertThat(firstFrame(door, wallOfMine, "halls.mine.stream").required("event").stringValue()).isIn("heartbeat",
				"snapshot");
		for (String token : new String[] { wallOfMine, token("DEVICE", "other") }) {
			assertThatThrownBy(() -> channel(door, token, "mine", List.of("[]"))).isInstanceOf(RejectedException.class)
				.hasMessageContaining("\"status\":403");
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void rsocketAnswersEachDeliveryInItsTurn(Function<Node, ClientTransport> door) {
		String hall = "channel-" + System.nanoTime();
		node.createHall(hall, "LIVE");
		Feeder feeder = new Feeder("kiosk", 3);
		List<String> deliveries = List.of(feeder.next(), "[" + feeder.next() + "," + feeder.next() + "]", "{oops",
				"{\"id\":\"1\",\"source\":\"s\",\"type\":\"what\",\"data\":{}}", feeder.next());
		List<JsonNode> answers = channel(door, node.admin(), hall, deliveries);
		assertThat(answers).extracting((answer) -> answer.required("accepted").intValue())
			.containsExactly(1, 2, 0, 0, 1);
		assertThat(answers.get(2).at("/rejected/0/problem/detail").stringValue()).contains("is not JSON");
		assertThat(answers.get(3).at("/rejected/0/problem/field").stringValue()).isEqualTo("type");
		assertThat(answers.get(4).required("version").intValue()).isEqualTo(5);
	}

	@Test
	void aRevokedTokenIsRefusedAtOnce() {
		String wall = token("WALL", "mine");
		assertThat(status("GET", "/api/halls/mine", wall)).isEqualTo(200);
		JsonNode tokens = HallJson.mapper().readTree(node.send("GET", "/api/tokens", node.admin(), null, null).body());
		String id = "";
		for (JsonNode each : tokens) {
			if (each.required("name").stringValue().equals(lastName)) {
				id = each.required("id").stringValue();
			}
		}
		assertThat(node.send("DELETE", "/api/tokens/" + id, node.admin(), null, null).statusCode()).isEqualTo(204);
		assertThat(status("GET", "/api/halls/mine", wall)).isEqualTo(401);
	}

	private static String lastName = "";

	private static String token(String role, String scope) {
		lastName = role + "-" + System.nanoTime();
		JsonNode issued = HallJson.mapper()
			.readTree(node
				.send("POST", "/api/tokens", node.admin(), "application/json",
						"{\"name\":\"" + lastName + "\",\"role\":\"" + role + "\",\"scope\":\"" + scope + "\"}")
				.body());
		return issued.required("token").stringValue();
	}

	private static int status(String method, String path, @Nullable String token) {
		return node.send(method, path, token, null, null).statusCode();
	}

	private static int post(String hall, @Nullable String token, List<String> events) {
		return node.send("POST", "/api/halls/" + hall + "/events", token, "application/json", events.toString())
			.statusCode();
	}

	private static JsonNode firstFrame(Function<Node, ClientTransport> door, @Nullable String token, String route) {
		RSocket socket = RSocketClient.connect(door.apply(node), token).blockOptional().orElseThrow();
		try {
			return HallJson.mapper()
				.readTree(socket.requestStream(RSocketClient.request(route, ""))
					.next()
					.blockOptional(Duration.ofSeconds(10))
					.orElseThrow()
					.getDataUtf8());
		}
		finally {
			socket.dispose();
		}
	}

	private static List<JsonNode> channel(Function<Node, ClientTransport> door, String token, String hall,
			List<String> deliveries) {
		RSocket socket = RSocketClient.connect(door.apply(node), token).blockOptional().orElseThrow();
		try {
			return socket
				.requestChannel(Flux.fromIterable(deliveries)
					.map((delivery) -> RSocketClient.request("halls." + hall + ".events", delivery)))
				.map((payload) -> HallJson.mapper().readTree(payload.getDataUtf8()))
				.collectList()
				.blockOptional(Duration.ofSeconds(20))
				.orElseThrow();
		}
		finally {
			socket.dispose();
		}
	}

}
