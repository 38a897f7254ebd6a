package io.hallcommand.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.CallerResolver;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens over their life, on two nodes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

	private static final Duration SOON = Duration.ofSeconds(5);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path data;

	private final TestDatabase database = TestServices.newDatabase();

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@SuppressWarnings("NullAway.Init")
	private EdgeServer other;

	@BeforeAll
	void start(@TempDir Path one, @TempDir Path two) {
		this.server = EdgeServer.start(this.database, one);
		this.other = EdgeServer.start(this.database, two);
		this.server.makeHall("street-office", "civic-centre");
	}

	@AfterAll
	void stop() {
		this.other.close();
		this.server.close();
	}

	@Test
	void aTokenIsShownOnceAndStoredAsAHashOnly() {
		JsonNode made = issue(this.server.admin(), "a wall", "WALL", "civic-centre");
		String token = made.get("token").stringValue();
		assertThat(token).matches("hw_[A-Za-z0-9_-]{43}");
		String list = this.server.admin()
			.get()
			.uri("/api/tokens")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(list).contains(made.get("id").stringValue()).doesNotContain(token);
		assertThat(this.database
			.number("select count(*) from access_token t where t::text like '%" + token.substring(3) + "%'")).isZero();
	}

	@Test
	void aRevokedTokenIsRefusedAtOnceHereAndSoonOnTheOtherNode() {
		JsonNode made = issue(this.server.admin(), "a viewer", "VIEWER", null);
		String token = made.get("token").stringValue();
		me(this.server, token).expectStatus().isOk();
		me(this.other, token).expectStatus().isOk();
		Caller here = caller(this.server, token);
		Caller there = caller(this.other, token);
		assertThat(here).isEqualTo(there);
		StepVerifier.create(this.server.bean(Access.class).over(here))
			.then(() -> StepVerifier.create(this.other.bean(Access.class).over(there)).then(() -> {
				this.server.admin()
					.delete()
					.uri("/api/tokens/" + made.get("id").stringValue())
					.exchange()
					.expectStatus()
					.isNoContent();
				me(this.server, token).expectStatus().isUnauthorized();
			}).expectComplete().verify(SOON))
			.expectComplete()
			.verify(SOON);
		me(this.other, token).expectStatus().isUnauthorized();
	}

	@Test
	void aTokenEndsWithItsTime() {
		JsonNode made = issue(this.server.admin(), "short", "VIEWER", null);
		String token = made.get("token").stringValue();
		Caller caller = caller(this.server, token);
		StepVerifier.create(this.server.bean(Access.class).over(caller))
			.then(() -> this.database
				.execute("update access_token set over_at = now() where id = '" + made.get("id").stringValue() + "'"))
			.expectComplete()
			.verify(SOON);
		me(this.server, token).expectStatus().isUnauthorized();
	}

	@Test
	void anAdministratorOfOneHallHandsOutTokensForItOnly() {
		WebTestClient admin = this.server.client(this.server.token(Role.ADMIN, "civic-centre"));
		issue(admin, "below", "DEVICE", "street-office");
		refused(admin, "\"role\":\"VIEWER\"", "scope");
		refused(admin, "\"role\":\"VIEWER\",\"scope\":\"demo-province\"", "scope");
		refused(admin, "\"role\":\"VIEWER\",\"scope\":\"nowhere\"", "scope");
		String all = issue(this.server.admin(), "for all", "VIEWER", null).get("id").stringValue();
		admin.delete().uri("/api/tokens/" + all).exchange().expectStatus().isNotFound();
		String list = admin.get()
			.uri("/api/tokens")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(list).contains("below").doesNotContain(all);
	}

	@Test
	void aMisspeltFieldGivesNoToken() {
		refused(this.server.admin(), "\"role\":\"VIEWER\",\"scop\":\"civic-centre\"", "scop");
		refused(this.server.admin(), "\"role\":\"KING\"", "role");
		this.server.admin()
			.post()
			.uri("/api/tokens")
			.header("Content-Type", "application/json")
			.bodyValue("{")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void anUpgradeByCookieMustComeFromAPageOfThisServer() {
		CallerResolver resolver = this.server.bean(CallerResolver.class);
		HttpHeaders headers = new HttpHeaders();
		headers.set("Host", "hall.example:8080");
		StepVerifier.create(resolver.resolveUpgrade(headers)).verifyComplete();
		headers.set("Cookie", "other=1; hall_wall=" + this.server.credentials().wallToken());
		StepVerifier.create(resolver.resolveUpgrade(headers)).verifyError(ProblemException.class);
		headers.set("Origin", "http://elsewhere.example");
		StepVerifier.create(resolver.resolveUpgrade(headers)).verifyError(ProblemException.class);
		headers.set("Origin", "http://hall.example:8080");
		StepVerifier.create(resolver.resolveUpgrade(headers).map(Caller::role)).expectNext(Role.WALL).verifyComplete();
		headers.set("Origin", "http://elsewhere.example");
		headers.set("Authorization", "Bearer " + this.server.credentials().deviceToken());
		StepVerifier.create(resolver.resolveUpgrade(headers).map(Caller::role))
			.expectNext(Role.DEVICE)
			.verifyComplete();
	}

	@Test
	void aKnownTokenIsTakenWhileTheDatabaseDoesNotAnswer() {
		String token = this.server.token(Role.VIEWER, null);
		try (EdgeServer impatient = EdgeServer.start(this.database, this.data, "hall.access.trust=0s")) {
			me(impatient, token).expectStatus().isOk();
			TestServices.postgres().freeze();
			try {
				me(impatient, token).expectStatus().isOk();
				me(impatient, "hw_0123456789012345678901234567890123456789012").expectStatus()
					.isEqualTo(503)
					.expectHeader()
					.valueEquals("Retry-After", "1");
				impatient.client()
					.get()
					.uri("/login")
					.exchange()
					.expectStatus()
					.value((status) -> assertThat(status).isNotEqualTo(503));
			}
			finally {
				TestServices.postgres().thaw();
			}
		}
	}

	private static Caller caller(EdgeServer server, String token) {
		Caller caller = server.bean(Access.class).authenticate(token).block();
		assertThat(caller).isNotNull();
		return caller;
	}

	private static WebTestClient.ResponseSpec me(EdgeServer server, String token) {
		return server.client(token).get().uri("/api/me").exchange();
	}

	private static void refused(WebTestClient admin, String fields, String field) {
		admin.post()
			.uri("/api/tokens")
			.header("Content-Type", "application/json")
			.bodyValue("{\"name\":\"x\"," + fields + "}")
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo(field);
	}

	private static JsonNode issue(WebTestClient admin, String name, String role,
			@org.jspecify.annotations.Nullable String scope) {
		Map<String, String> body = (scope != null) ? Map.of("name", name, "role", role, "scope", scope)
				: Map.of("name", name, "role", role);
		JsonNode made = admin.post()
			.uri("/api/tokens")
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(made).isNotNull();
		return made;
	}

}
