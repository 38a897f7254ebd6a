package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import io.rsocket.RSocket;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.transport.ClientTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What visitors see of a hall, and that who may see that may see nothing else.
 */
class PublicViewTest {

	private static Node node;

	private static Person board;

	/** Where a board may look. */
	private static EmergencyHall mine;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.stream.ring-frames=16",
				"hall.stream.lingering=0s", "hall.live.cadence=5ms", "hall.lifeline.patience=20s");
		mine = EmergencyHall.create(node, "mine");
		EmergencyHall.create(node, "below").plan("TOWNSHIP", "mine");
		EmergencyHall.create(node, "other");
		board = Person.of(node, "entrance", "BOARD", "mine");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/halls", "/api/halls/mine", "/api/halls/mine/stream", "/api/halls/mine/events",
			"/api/halls/mine/anomalies", "/api/halls/mine/plan", "/api/halls/mine/region",
			"/api/halls/mine/region/stream", "/api/halls/mine/alerts", "/api/halls/mine/alerts/a1",
			"/api/halls/mine/alerts/quality", "/api/halls/mine/rules", "/api/halls/mine/roster",
			"/api/halls/mine/usual", "/api/halls/mine/webhooks", "/api/halls/mine/emergencies",
			"/api/halls/mine/emergencies/e-1", "/api/halls/mine/emergencies/plans", "/api/halls/mine/emergencies/cap",
			"/api/halls/mine/public/events", "/api/halls/below", "/api/tokens", "/api/users", "/actuator/prometheus",
			"/", "/wall/mine", "/region/mine", "/desk" })
	void aBoardReadsNothingElse(String path) {
		Person.Answer answer = board.send(node.uri("/"), "GET", path, null);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text("type")).isEqualTo("/problems/forbidden");
		assertThat(answer.text("detail")).containsAnyOf("entrance is a BOARD, which has no right to",
				"entrance is for mine");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /events", "POST, /emergencies", "POST, /alerts/a1/acknowledge", "PUT, /plan", "PUT, /rules",
			"PUT, /roster", "POST, /webhooks", "POST, /public", "DELETE, /public" })
	void aBoardChangesNothing(String method, String path) {
		assertThat(board.send(node.uri("/"), method, "/api/halls/mine" + path, "{}").status()).isEqualTo(403);
	}

	@Test
	void aBoardIsForItsHallAndThoseBelow() {
		for (String path : List.of("/api/halls/mine/public", "/api/halls/below/public")) {
			assertThat(board.send(node.uri("/"), "GET", path, null).status()).as(path).isEqualTo(200);
		}
		for (String path : List.of("/api/halls/other/public", "/api/halls/other/public/stream")) {
			Person.Answer answer = board.send(node.uri("/"), "GET", path, null);
			assertThat(answer.status()).as(path).isEqualTo(403);
			assertThat(answer.text("detail")).contains("'other' is not among them");
		}
		assertThat(new Person("admin", node.admin()).send(node.uri("/"), "GET", "/api/halls/nowhere/public", null)
			.status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "WALL", "VIEWER", "OFFICER", "MANAGER", "TESTER", "ADMIN" })
	void whoMaySeeAllOfAHallMaySeeWhatVisitorsSee(String role) {
		Person viewer = Person.of(node, "a." + role, role, "mine");
		assertThat(viewer.send(node.uri("/"), "GET", "/api/halls/mine/public", null).status()).isEqualTo(200);
	}

	@Test
	void nobodyLogsInAsABoard() {
		Person.Answer answer = new Person("admin", node.admin()).post(node.uri("/"), "/api/users",
				"{\"name\":\"b\",\"password\":\"long enough 1\",\"role\":\"BOARD\",\"scope\":\"mine\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.wrongFields()).isEqualTo("role");
	}

	@Test
	void theFirstBoardTokenIsForTheDemoHall() {
		Person first = new Person("first", node.credentials.required("boardToken").stringValue());
		assertThat(first.token()).startsWith("hb_");
		assertThat(first.send(node.uri("/"), "GET", "/api/halls/civic-centre/public", null).status()).isEqualTo(200);
		assertThat(first.send(node.uri("/"), "GET", "/api/halls/civic-centre", null).status()).isEqualTo(403);
		assertThat(first.send(node.uri("/"), "GET", "/api/halls/mine/public", null).status()).isEqualTo(403);
	}

	@Test
	void theApiDescribesIt() {
		assertThat(new Person("admin", node.admin()).send(node.uri("/"), "GET", "/api/openapi", null)
			.body()
			.required("paths")
			.propertyNames()).contains("/api/halls/{hall}/public", "/api/halls/{hall}/public/stream");
	}

	static Stream<Named<Function<Node, ClientTransport>>> doors() {
		return Stream.of(Named.of("TCP", RSocketClient::tcp), Named.of("WebSocket", RSocketClient::webSocket));
	}

	@ParameterizedTest
	@MethodSource("doors")
	void aBoardOpensNoOtherRoute(Function<Node, ClientTransport> door) {
		RSocket socket = RSocketClient.connect(door.apply(node), board.token()).blockOptional().orElseThrow();
		try {
			for (String route : List.of("halls.mine.stream", "halls.mine.region", "halls.other.public")) {
				assertThatThrownBy(() -> socket.requestStream(RSocketClient.request(route, "")).blockFirst()).as(route)
					.isInstanceOf(RejectedException.class)
					.hasMessageContaining("\"status\":403");
			}
			assertThatThrownBy(() -> socket
				.requestChannel(Flux.just("[]").map((data) -> RSocketClient.request("halls.mine.events", data)))
				.blockFirst()).isInstanceOf(RejectedException.class).hasMessageContaining("\"status\":403");
			for (String route : List.of("halls.mine.public", "halls.below.public")) {
				assertThat(socket.requestStream(RSocketClient.request(route, ""))
					.map((payload) -> HallJson.mapper().readTree(payload.getDataUtf8()).required("event").stringValue())
					.blockFirst(Duration.ofSeconds(10))).as(route).isIn("heartbeat", "snapshot");
			}
		}
		finally {
			socket.dispose();
		}
	}

	static Stream<Named<Function<String, Screen>>> transports() {
		return Stream.of(Named.of("SSE", (hall) -> SseScreen.ofVisitors(node, token(hall), hall)),
				Named.of("RSocket on TCP",
						(hall) -> RSocketScreen.ofVisitors(node, token(hall), hall, RSocketClient::tcp)),
				Named.of("RSocket on WebSocket",
						(hall) -> RSocketScreen.ofVisitors(node, token(hall), hall, RSocketClient::webSocket)));
	}

	@ParameterizedTest
	@MethodSource("transports")
	void aBoardThatIsCutAgainAndAgainHasExactlyWhatVisitorsMaySee(Function<String, Screen> transport) {
		String hall = "cut-" + System.nanoTime();
		node.createHall(hall, "LIVE");
		Feeder feeder = new Feeder("kiosk", 7);
		Random random = new Random(7);
		try (Screen screen = transport.apply(hall); Screen wall = new SseScreen(node, hall)) {
			screen.picture().neverHears("\"staff\":\"");
			// A feed that is watched makes no frames for another one
			wall.connect();
			long version = node.post(hall, feeder.next(20)).required("version").longValue();
			int resumed = 0;
			for (int cut = 0; cut < 40; cut++) {
				int snapshots = screen.picture().snapshots();
				screen.connect();
				for (int i = random.nextInt(4); i > 0; i--) {
					version = node.post(hall, feeder.next(1 + random.nextInt(8))).required("version").longValue();
				}
				screen.awaitVersion(version);
				assertThat(screen.picture().view()).isEqualTo(shown(hall));
				resumed += (screen.picture().snapshots() == snapshots) ? 1 : 0;
				screen.cut();
				for (int i = random.nextInt(3) * random.nextInt(4) * 3; i > 0; i--) {
					version = node.post(hall, feeder.next(2)).required("version").longValue();
				}
			}
			wall.awaitVersion(version);
			assertThat(wall.picture().view()).isEqualTo(node.view(hall));
			assertThat(screen.picture().heartbeats()).isPositive();
			assertThat(resumed).as("went on without a snapshot").isPositive();
			assertThat(screen.picture().snapshots()).isGreaterThan(1);
		}
	}

	@Test
	void visitorsSeeAnEmergencyAndNobodysName() {
		Person zhou = mine.officer("zhou.min");
		Person li = mine.officer("li.qiang");
		mine.open();
		mine.tell("window.opened", "{\"window\":\"1\",\"staff\":\"wang.fang\"}");
		try (Screen screen = SseScreen.ofVisitors(node, board.token(), "mine");
				Screen wall = new SseScreen(node, "mine")) {
			screen.picture().neverHears("zhou.min", "li.qiang", "wang.fang", "the boiler", "\"contact\"");
			screen.connect();
			wall.connect();
			await().until(() -> screen.picture().frames() > 0 && wall.picture().frames() > 0);
			String fire = mine.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"A\"],\"what\":\"the boiler\"}");
			await().until(() -> screen.picture().emergencies().has(fire) && wall.picture().emergencies().has(fire));
			JsonNode seen = screen.picture().emergencies().required(fire);
			JsonNode full = wall.picture().emergencies().required(fire);
			for (String field : List.of("kind", "drill", "state", "headline", "title", "zones", "affected", "severity",
					"instruction", "stopsService", "wall", "closedExits", "declaredAt")) {
				assertThat(seen.required(field)).as(field).isEqualTo(full.required(field));
			}
			assertThat(full.required("declaredBy").stringValue()).isEqualTo("zhou.min");
			assertThat(seen.required("declaredBy").stringValue()).isEmpty();
			assertThat(seen.required("steps")).isEmpty();
			assertThat(screen.picture().view().required("windows").required("1").required("status"))
				.isEqualTo(wall.picture().view().required("windows").required("1").required("status"));
			String step = full.required("steps").propertyNames().iterator().next();
			mine.done(li, fire, "tick", "{\"step\":\"" + step + "\",\"text\":\"the boiler\"}");
			mine.done(zhou, fire, "falseAlarm", "{\"reason\":\"the boiler\"}");
			wall.awaitVersion(node.view("mine").required("version").longValue());
			screen.awaitVersion(wall.picture().version());
			assertThat(wall.picture().emergencies().required(fire).required("state").stringValue()).isEqualTo("ENDING");
			assertThat(screen.picture().emergencies().required(fire).required("state").stringValue())
				.as("one officer alone ends nothing")
				.isEqualTo("ACTIVE");
			mine.done(li, fire, "falseAlarm", "{\"reason\":\"the boiler\"}");
			await().until(() -> screen.picture().emergencies().required(fire).path("endedAt").isString());
			assertThat(screen.picture().emergencies().required(fire).required("outcome").stringValue())
				.isEqualTo("FALSE_ALARM");
			screen.awaitVersion(node.view("mine").required("version").longValue());
			assertThat(screen.picture().view()).isEqualTo(shown("mine"));
		}
	}

	@Test
	void whatNobodyWatchesIsNotDrawn() {
		String hall = "asleep";
		node.createHall(hall, "LIVE");
		Feeder feeder = new Feeder("kiosk", 9);
		await().until(() -> node.send("GET", "/actuator/prometheus", node.admin(), null, null)
			.body()
			.contains("hall_stream_screens 0.0"));
		try (Screen screen = SseScreen.ofVisitors(node, token(hall), hall); Screen wall = new SseScreen(node, hall)) {
			long before = drawn();
			screen.connect();
			await().until(() -> screen.picture().frames() > 0);
			for (int i = 0; i < 10; i++) {
				screen.awaitVersion(node.post(hall, feeder.next(3)).required("version").longValue());
			}
			assertThat(drawn() - before).as("only what the board got").isEqualTo(patches(screen));
			wall.connect();
			await().until(() -> wall.picture().frames() > 0);
			for (int i = 0; i < 10; i++) {
				long version = node.post(hall, feeder.next(3)).required("version").longValue();
				screen.awaitVersion(version);
				wall.awaitVersion(version);
			}
			assertThat(drawn() - before).as("for each what it got").isEqualTo(patches(screen) + patches(wall));
		}
	}

	private static long patches(Screen screen) {
		return screen.picture().frames() - screen.picture().snapshots();
	}

	/** Patches that were made of halls, by the server's own count. */
	private static long drawn() {
		return node.send("GET", "/actuator/prometheus", node.admin(), null, null)
			.body()
			.lines()
			.filter((line) -> line.startsWith("hall_stream_frame_size_bytes_count"))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private static String token(String hall) {
		return Person.of(node, "board of " + hall, "BOARD", hall).token();
	}

	private static JsonNode shown(String hall) {
		return HallJson.mapper()
			.readTree(node.send("GET", "/api/halls/" + hall + "/public", node.admin(), null, null).body());
	}

}
