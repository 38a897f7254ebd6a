package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import io.netty.buffer.PooledByteBufAllocator;
import io.rsocket.RSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ScreensTest {

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.stream.ring-frames=16",
				"hall.live.cadence=5ms");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	static Stream<Named<BiFunction<Node, String, Screen>>> transports() {
		return Stream.of(Named.of("SSE", SseScreen::new),
				Named.of("RSocket on TCP", (each, hall) -> new RSocketScreen(each, hall, RSocketClient::tcp)),
				Named.of("RSocket on WebSocket",
						(each, hall) -> new RSocketScreen(each, hall, RSocketClient::webSocket)));
	}

	@ParameterizedTest
	@MethodSource("transports")
	void aScreenThatIsCutAHundredTimesHasExactlyTheView(BiFunction<Node, String, Screen> transport) {
		String hall = "cut-" + System.nanoTime();
		node.createHall(hall, "LIVE");
		Feeder feeder = new Feeder("kiosk", 42);
		Random random = new Random(42);
		try (Screen screen = transport.apply(node, hall)) {
			long version = node.post(hall, feeder.next(20)).required("version").longValue();
			int resumed = 0;
			for (int cut = 0; cut < 100; cut++) {
				int snapshots = screen.picture().snapshots();
				screen.connect();
				for (int i = random.nextInt(4); i > 0; i--) {
					version = node.post(hall, feeder.next(1 + random.nextInt(8))).required("version").longValue();
				}
				if (random.nextBoolean()) {
					screen.awaitVersion(version);
					assertThat(screen.picture().view()).isEqualTo(node.view(hall));
					resumed += (screen.picture().snapshots() == snapshots) ? 1 : 0;
				}
				screen.cut();
				// What happens while it is away: sometimes more than the ring holds
				for (int i = random.nextInt(4) * random.nextInt(4) * 3; i > 0; i--) {
					version = node.post(hall, feeder.next(2)).required("version").longValue();
				}
			}
			screen.connect();
			screen.awaitVersion(version);
			assertThat(screen.picture().view()).isEqualTo(node.view(hall));
			assertThat(screen.picture().heartbeats()).isPositive();
			// Both ways were really taken: patches without a gap, and snapshots
			assertThat(resumed).isGreaterThan(5);
			assertThat(screen.picture().snapshots()).isBetween(2, 95);
		}
	}

	@Test
	void aCursorOfAnotherJournalGetsASnapshot() {
		node.createHall("foreign", "LIVE");
		JsonNode view = node.view("foreign");
		var response = Stream.of("zzzz.1", "nonsense", ".", "zzzz.99999999999999999999", "9")
			.map((id) -> firstEvents("/api/halls/foreign/stream?lastEventId=" + id, 2));
		assertThat(response).allSatisfy((events) -> assertThat(events).anySatisfy((event) -> {
			assertThat(event).contains("event: snapshot");
			assertThat(HallJson.mapper().readTree(event.substring(event.indexOf("data: ") + 6))).isEqualTo(view);
		}));
	}

	@Test
	void aReaderThatStopsReadingDelaysNobodyAndMissesNothing() throws Exception {
		String hall = "slow";
		node.createHall(hall, "LIVE");
		for (int i = 0; i < 10; i++) {
			node.post(hall, crowd(i * 400, 400));
		}
		try (Socket lazy = new Socket(); SseScreen quick = new SseScreen(node, hall)) {
			lazy.setReceiveBufferSize(4096);
			lazy.connect(new InetSocketAddress("localhost", node.port));
			lazy.getOutputStream()
				.write(("GET /api/halls/slow/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
						+ node.admin() + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			quick.connect();
			long before = directMemory();
			long version = 0;
			for (int i = 0; i < 60; i++) {
				// Each change of the plan is a whole view: together more than any socket
				// holds
				node.createHall(hall, (i % 2 == 0) ? "REPLAY" : "LIVE");
				version = node.view(hall).required("version").longValue();
				quick.awaitVersion(version);
			}
			assertThat(quick.picture().frames()).isGreaterThan(40);
			assertThat(directMemory() - before).isLessThan(32 << 20);
			// It wakes up: what it gets ends at the newest version, by a snapshot on the
			// way
			long last = version;
			StringBuilder heard = new StringBuilder();
			lazy.setSoTimeout(20_000);
			byte[] buffer = new byte[65_536];
			while (heard.indexOf("." + last + "\n") < 0) {
				int n = lazy.getInputStream().read(buffer);
				assertThat(n).as("the stream goes on").isPositive();
				heard.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
			}
			assertThat(heard.toString().split("event: snapshot").length - 1).isBetween(2, 40);
		}
	}

	@Test
	void screensThatLeaveAtOnceAreForgotten() throws Exception {
		node.createHall("fleeting", "LIVE");
		for (int i = 0; i < 200; i++) {
			try (Socket socket = new Socket("localhost", node.port)) {
				socket.getOutputStream()
					.write(("GET /api/halls/fleeting/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
							+ node.admin() + "\r\n\r\n")
						.getBytes(StandardCharsets.US_ASCII));
				TimeUnit.MICROSECONDS.sleep(i * 20);
			}
		}
		RSocket socket = RSocketClient.connect(RSocketClient.tcp(node), node.admin()).blockOptional().orElseThrow();
		for (int i = 0; i < 200; i++) {
			Disposable stream = socket.requestStream(RSocketClient.request("halls.fleeting.stream", "")).subscribe();
			TimeUnit.MICROSECONDS.sleep(i * 10);
			stream.dispose();
		}
		await().atMost(Duration.ofSeconds(20))
			.until(() -> node.send("GET", "/actuator/prometheus", node.admin(), null, null)
				.body()
				.contains("hall_stream_screens 0.0"));
		socket.dispose();
	}

	private static List<String> crowd(int first, int count) {
		return IntStream.range(first, first + count)
			.mapToObj((i) -> "{\"id\":\"" + i
					+ "\",\"source\":\"kiosk\",\"type\":\"ticket.issued\",\"data\":{\"ticket\":\"T" + i
					+ "\",\"queue\":\"tax\"}}")
			.toList();
	}

	private static List<String> firstEvents(String path, int count) {
		try (Socket socket = new Socket("localhost", node.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + node.admin()
						+ "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			StringBuilder heard = new StringBuilder();
			byte[] buffer = new byte[65_536];
			while (heard.toString().split("\n\n").length < count + 2) {
				heard.append(new String(buffer, 0, socket.getInputStream().read(buffer), StandardCharsets.UTF_8));
			}
			return Stream.of(heard.toString().split("\n\n")).filter((event) -> event.contains("data: ")).toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static long directMemory() {
		return PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
	}

}
