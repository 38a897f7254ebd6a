package io.hallcommand.edge;

import java.nio.file.Path;
import java.time.Duration;

import io.hallcommand.server.access.Role;
import io.hallcommand.server.testing.AlertRows;
import io.hallcommand.server.testing.Receiver;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Webhooks over HTTP, from making one to trying a dead delivery again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {

	private final TestDatabase database = TestServices.newDatabase();

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@SuppressWarnings("NullAway.Init")
	private String manager;

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(this.database, data, "hall.webhook.every=50ms", "hall.webhook.pauses=10ms");
		this.server.makeHall("below", "civic-centre");
		this.server.makeHall("many", null);
		this.manager = this.server.token(Role.MANAGER, "civic-centre");
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void aSecretIsShownOnceAndDeadDeliveriesAreTriedAgainByHand() {
		boolean[] mended = new boolean[1];
		try (Receiver receiver = new Receiver((message) -> Mono.just(mended[0] ? Receiver.OK : 500))) {
			JsonNode made = json(send(HttpMethod.POST, "civic-centre/webhooks", "{\"url\":\"" + receiver.url() + "\"}",
					this.manager), 201);
			String id = made.required("id").stringValue();
			assertThat(made.required("secret").stringValue()).matches("whsec_[A-Za-z0-9+/]{43}=");
			assertThat(made.required("lowestSeverity").stringValue()).isEqualTo("MAJOR");
			assertThat(made.required("types").toString()).isEqualTo(
					"[\"alert.raised\",\"alert.changed\",\"alert.escalated\",\"alert.acknowledged\",\"alert.cleared\",\"alert.reminded\","
							+ "\"emergency.declared\",\"emergency.graded\",\"emergency.instructed\",\"emergency.endProposed\",\"emergency.ended\",\"emergency.merged\"]");
			assertThat(made.required("madeBy").stringValue()).isEqualTo("a MANAGER");
			JsonNode listed = json(send(HttpMethod.GET, "civic-centre/webhooks", null, this.manager), 200).get(0);
			assertThat(listed.required("id").stringValue()).isEqualTo(id);
			assertThat(listed.required("enabled").booleanValue()).isTrue();
			assertThat(listed.has("secret")).isFalse();
			new AlertRows(this.database).raise("below", "CRITICAL");
			String dead = "civic-centre/webhooks/" + id + "/deliveries?state=DEAD";
			await().atMost(Duration.ofSeconds(10))
				.until(() -> json(send(HttpMethod.GET, dead, null, this.manager), 200).size() == 1);
			JsonNode delivery = json(send(HttpMethod.GET, dead, null, this.manager), 200).get(0);
			assertThat(delivery.required("hall").stringValue()).isEqualTo("below");
			assertThat(delivery.required("attempts").intValue()).isEqualTo(2);
			assertThat(delivery.required("lastStatus").intValue()).isEqualTo(500);
			assertThat(delivery.required("lastError").stringValue()).isEqualTo("The receiver answered 500");
			assertThat(delivery.has("deadAt")).isTrue();
			mended[0] = true;
			String retry = "civic-centre/webhooks/" + id + "/deliveries/" + delivery.required("id").stringValue()
					+ "/retry";
			assertThat(json(send(HttpMethod.POST, retry, null, this.manager), 200).required("state").stringValue())
				.isEqualTo("PENDING");
			await().atMost(Duration.ofSeconds(10))
				.until(() -> json(send(HttpMethod.GET, "civic-centre/webhooks/" + id + "/deliveries?state=DELIVERED",
						null, this.manager), 200)
					.size() == 1);
			send(HttpMethod.POST, retry, null, this.manager).expectStatus()
				.isEqualTo(409)
				.expectBody()
				.jsonPath("$.detail")
				.value(String.class, (detail) -> assertThat(detail).contains("only DEAD ones"));
			off(id);
			send(HttpMethod.DELETE, "civic-centre/webhooks/" + id, null, this.manager).expectStatus().isNoContent();
			send(HttpMethod.DELETE, "civic-centre/webhooks/" + id, null, this.manager).expectStatus().isNotFound();
			send(HttpMethod.GET, dead, null, this.manager).expectStatus().isNotFound();
			assertThat(this.database.number("select count(*) from webhook_delivery where webhook = '" + id + "'"))
				.isZero();
		}
	}

	private void off(String id) {
		assertThat(json(send(HttpMethod.PUT, "civic-centre/webhooks/" + id, "{\"enabled\":false}", this.manager), 200)
			.required("enabled")
			.booleanValue()).isFalse();
		assertThat(json(send(HttpMethod.PUT, "civic-centre/webhooks/" + id, "{\"enabled\":true}", this.manager), 200)
			.required("enabled")
			.booleanValue()).isTrue();
	}

	@Test
	void aWebhookBelongsToItsHall() {
		String id = json(send(HttpMethod.POST, "demo-province/webhooks", "{\"url\":\"https://example.org/x\"}",
				this.server.credentials().adminToken()), 201)
			.required("id")
			.stringValue();
		for (String path : new String[] { "", "/deliveries" }) {
			send(HttpMethod.GET, "demo-province/webhooks" + (path.isEmpty() ? "" : "/" + id + path), null, this.manager)
				.expectStatus()
				.isForbidden();
		}
		send(HttpMethod.DELETE, "civic-centre/webhooks/" + id, null, this.manager).expectStatus().isNotFound();
		send(HttpMethod.GET, "civic-centre/webhooks/" + id + "/deliveries", null, this.manager).expectStatus()
			.isNotFound();
		send(HttpMethod.PUT, "civic-centre/webhooks/" + id, "{\"enabled\":false}", this.manager).expectStatus()
			.isNotFound();
		String nothing = "demo-province/webhooks/" + id + "/deliveries/00000000-0000-0000-0000-000000000000/retry";
		send(HttpMethod.POST, nothing, null, this.server.credentials().adminToken()).expectStatus().isNotFound();
		send(HttpMethod.DELETE, "demo-province/webhooks/" + id, null, this.server.credentials().adminToken())
			.expectStatus()
			.isNoContent();
	}

	@Test
	void aHallHasTwentyAtMost() {
		String admin = this.server.credentials().adminToken();
		for (int i = 0; i < 20; i++) {
			send(HttpMethod.POST, "many/webhooks", "{\"url\":\"http://localhost:1/" + i + "\"}", admin).expectStatus()
				.isCreated();
		}
		send(HttpMethod.POST, "many/webhooks", "{\"url\":\"http://localhost:1/x\"}", admin).expectStatus()
			.isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                        | url            | is missing
			{"url":7}                                                 | url            | is not a string
			{"url":"ftp://example.org"}                               | url            | begins neither with http
			{"url":"example.org/x"}                                   | url            | begins neither with http
			{"url":"http:///x"}                                       | url            | names no host
			{"url":"http:x"}                                          | url            | names no host
			{"url":"http://a b"}                                      | url            | is not a URL
			{"url":"http://me:secret@example.org"}                    | url            | neither a user
			{"url":"http://example.org:99999"}                        | url            | names no host
			{"url":"http://example.org","lowestSeverity":"HIGH"}      | lowestSeverity | is not one of
			{"url":"http://example.org","types":[]}                   | types          | at least one
			{"url":"http://example.org","types":"alert.raised"}       | types          | at least one
			{"url":"http://example.org","types":["alert.raised","x"]} | types[1]       | is not one of
			{"url":"http://example.org","severity":"MINOR"}           | severity       | is not known here
			""")
	void whatIsWrongIsSaidWithTheFieldAndTheReason(String body, String field, String reason) {
		send(HttpMethod.POST, "civic-centre/webhooks", body, this.manager).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo(field)
			.jsonPath("$.errors[0].reason")
			.value(String.class, (said) -> assertThat(said).contains(reason));
	}

	private WebTestClient.ResponseSpec send(HttpMethod method, String path, @Nullable String body, String token) {
		WebTestClient.RequestBodySpec request = this.server.client(token).method(method).uri("/api/halls/" + path);
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange()
				: request.exchange();
	}

	private static JsonNode json(WebTestClient.ResponseSpec response, int status) {
		byte[] body = response.expectStatus()
			.isEqualTo(status)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return HallJson.mapper().readTree(body);
	}

}
