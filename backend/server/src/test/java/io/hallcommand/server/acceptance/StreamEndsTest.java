package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import io.rsocket.RSocket;
import io.rsocket.transport.ClientTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How the streams of screens end: whoever ends them, and that nothing is left behind.
 */
class StreamEndsTest {

	private static final String LAST_CHUNK = "0\r\n\r\n";

	private static final Duration SOON = Duration.ofSeconds(10);

	@Test
	void theStreamsOfARevokedTokenEndAndOthersGoOn(@TempDir Path data) throws Exception {
		try (Node node = start(data)) {
			JsonNode token = token(node);
			String wall = token.required("token").stringValue();
			RSocket tcp = connect(RSocketClient.tcp(node), wall);
			RSocket webSocket = connect(RSocketClient.webSocket(node), wall);
			try (Socket revoked = open(node, wall); Socket other = open(node, node.admin())) {
				readUntil(revoked, "event: snapshot");
				readUntil(other, "event: snapshot");
				StepVerifier.create(tcp.requestStream(RSocketClient.request("halls.mine.stream", "")))
					.expectNextCount(2)
					.then(() -> StepVerifier
						.create(webSocket.requestStream(RSocketClient.request("halls.mine.stream", "")))
						.expectNextCount(2)
						.then(() -> revoke(node, token))
						.thenConsumeWhile((frame) -> true)
						.expectComplete()
						.verify(SOON))
					.thenConsumeWhile((frame) -> true)
					.expectComplete()
					.verify(SOON);
				assertThat(readToEnd(revoked)).endsWith(LAST_CHUNK);
				await().atMost(SOON).until(() -> screens(node) == 1);
				node.post("mine", new Feeder("kiosk", 1).next(1));
				readUntil(other, "event: patch");
			}
			finally {
				tcp.dispose();
				webSocket.dispose();
			}
		}
	}

	@Test
	void aServerThatStopsEndsItsStreams(@TempDir Path data) throws Exception {
		Node node = start(data);
		try (Socket first = open(node, node.admin()); Socket second = open(node, node.admin())) {
			readUntil(first, "event: snapshot");
			readUntil(second, "event: snapshot");
			long before = System.nanoTime();
			node.close();
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
			assertThat(readToEnd(first)).endsWith(LAST_CHUNK);
			assertThat(readToEnd(second)).endsWith(LAST_CHUNK);
		}
	}

	@Test
	void screensThatGoInAnyWayAreForgottenAndWhatTheySaidIsNotHeard(@TempDir Path data) throws Exception {
		try (Node node = start(data)) {
			Socket closed = open(node, node.admin());
			Socket reset = open(node, node.admin());
			Socket halfClosed = open(node, node.admin());
			Socket talking = open(node, node.admin());
			for (Socket each : List.of(closed, reset, halfClosed, talking)) {
				readUntil(each, "event: snapshot");
			}
			assertThat(screens(node)).isEqualTo(4);
			// Not a request any more: the answer to the first one goes on
			talking.getOutputStream()
				.write("GET /api/halls/mine HTTP/1.1\r\nHost: localhost\r\n\r\n\0\0\0"
					.getBytes(StandardCharsets.US_ASCII));
			closed.close();
			reset.setSoLinger(true, 0);
			reset.close();
			halfClosed.shutdownOutput();
			assertThat(readToEnd(halfClosed)).isNotNull();
			await().atMost(SOON).until(() -> screens(node) == 1);
			node.post("mine", new Feeder("kiosk", 1).next(1));
			assertThat(readUntil(talking, "event: patch")).doesNotContain("HTTP/1.1");
			talking.close();
			await().atMost(SOON).until(() -> screens(node) == 0);
		}
	}

	@Test
	void aHeadRequestGetsTheHeadOnly(@TempDir Path data) throws Exception {
		try (Node node = start(data); Socket socket = new Socket("localhost", node.port)) {
			socket.setSoTimeout(10_000);
			String request = "%s /api/halls/mine/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
					+ node.admin() + "\r\n\r\n";
			socket.getOutputStream().write(request.formatted("HEAD").getBytes(StandardCharsets.US_ASCII));
			assertThat(readUntil(socket, "\r\n\r\n")).contains("text/event-stream");
			assertThat(screens(node)).isZero();
		}
	}

	@Test
	void aStreamOverTlsEndsInTheSameWay(@TempDir Path data) throws Exception {
		Path keys = data.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "hall", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
				"-keystore", keys.toString(), "-storepass", "secret", "-validity", "2")
			.redirectErrorStream(true)
			.start();
		assertThat(keytool.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(keytool.exitValue()).isZero();
		Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "server.ssl.key-store=" + keys,
				"server.ssl.key-store-password=secret");
		try (Socket screen = trusting(keys).getSocketFactory().createSocket("localhost", node.port)) {
			ask(screen, "civic-centre", node.admin());
			readUntil(screen, "event: snapshot");
			node.close();
			assertThat(readToEnd(screen)).endsWith(LAST_CHUNK);
		}
	}

	private static Node start(Path data) {
		Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		node.createHall("mine", "LIVE");
		return node;
	}

	private static JsonNode token(Node node) {
		return HallJson.mapper()
			.readTree(node
				.send("POST", "/api/tokens", node.admin(), "application/json",
						"{\"name\":\"a wall\",\"role\":\"WALL\",\"scope\":\"mine\"}")
				.body());
	}

	private static void revoke(Node node, JsonNode token) {
		assertThat(node.send("DELETE", "/api/tokens/" + token.required("id").stringValue(), node.admin(), null, null)
			.statusCode()).isEqualTo(204);
	}

	private static RSocket connect(ClientTransport transport, String token) {
		return RSocketClient.connect(transport, token).blockOptional(SOON).orElseThrow();
	}

	private static int screens(Node node) {
		return node.send("GET", "/actuator/prometheus", node.admin(), null, null)
			.body()
			.lines()
			.filter((line) -> line.startsWith("hall_stream_screens "))
			.mapToInt((line) -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
			.findFirst()
			.orElseThrow();
	}

	private static Socket open(Node node, String token) throws IOException {
		Socket socket = new Socket("localhost", node.port);
		ask(socket, "mine", token);
		return socket;
	}

	private static void ask(Socket socket, String hall, String token) throws IOException {
		socket.setSoTimeout(10_000);
		socket.getOutputStream()
			.write(("GET /api/halls/" + hall + "/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
					+ "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
	}

	private static String readUntil(Socket socket, String text) throws IOException {
		StringBuilder heard = new StringBuilder();
		byte[] buffer = new byte[65_536];
		while (heard.indexOf(text) < 0) {
			int n = socket.getInputStream().read(buffer);
			assertThat(n).as("the stream goes on").isPositive();
			heard.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
		}
		return heard.toString();
	}

	private static String readToEnd(Socket socket) throws IOException {
		InputStream in = socket.getInputStream();
		return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
	}

	private static SSLContext trusting(Path keys) throws Exception {
		KeyStore store = KeyStore.getInstance(keys.toFile(), "secret".toCharArray());
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		TrustManager[] trust = factory.getTrustManagers();
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust, new SecureRandom());
		return context;
	}

}
