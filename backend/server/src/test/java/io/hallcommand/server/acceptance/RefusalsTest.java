package io.hallcommand.server.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server says to requests that it cannot take, and that its log stays quiet.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest {

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.intake.max-body=100KB");
		node.createHall("mine", "LIVE");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aBodyOverTheLimitIsRefusedWithoutNoise(boolean announced, CapturedOutput output) throws Exception {
		byte[] body = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
		HttpRequest request = HttpRequest.newBuilder(node.uri("/api/halls/mine/events"))
			.header("Authorization", "Bearer " + node.admin())
			.header("Content-Type", "application/json")
			.POST(announced ? HttpRequest.BodyPublishers.ofByteArray(body)
					: HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
			.build();
		try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			for (int i = 0; i < 5; i++) {
				HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
				assertThat(answer.statusCode()).isEqualTo(413);
				assertThat(answer.body()).contains("/problems/too-large");
			}
		}
		assertThat(output).doesNotContain("IllegalReferenceCount").doesNotContain("ERROR");
	}

	@Test
	void aClientThatGoesInMidRequestIsNoError(CapturedOutput output) throws IOException {
		try (Socket socket = new Socket("localhost", node.port)) {
			socket.getOutputStream()
				.write(("POST /api/halls/mine/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
						+ node.admin() + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[")
					.getBytes(StandardCharsets.US_ASCII));
			socket.setSoLinger(true, 0);
		}
		node.post("mine", new Feeder("after", 1).next(3));
		assertThat(output).doesNotContain("ERROR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void probesNeedNoTokenAndSeeNoDetails(String probe) {
		HttpResponse<String> answer = node.send("GET", "/actuator/health/" + probe, null, null, null);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@ParameterizedTest
	@CsvSource({ "events?after=-1,after", "events?limit=-1,limit", "events?limit=abc,limit", "events?after=1.5,after",
			"anomalies?limit=-5,limit", "anomalies?before=x,before" })
	void aWrongParameterIsNamed(String address, String parameter) {
		HttpResponse<String> answer = node.send("GET", "/api/halls/mine/" + address, node.admin(), null, null);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(HallJson.mapper().readTree(answer.body()).required("detail").stringValue())
			.contains("'" + parameter + "'");
	}

}
