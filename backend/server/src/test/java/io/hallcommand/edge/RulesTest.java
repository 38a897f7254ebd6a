package io.hallcommand.edge;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.hallcommand.server.access.Role;
import io.hallcommand.server.testing.TestServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Who may send what, in which hall: the tree is demo-province over civic-centre over
 * street-office, and beside it far-away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	/** Each role in civic-centre. */
	private final Map<Role, String> tokens = new EnumMap<>(Role.class);

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(TestServices.newDatabase(), data);
		this.server.makeHall("street-office", "civic-centre");
		this.server.makeHall("far-away", null);
		for (Role role : Role.values()) {
			this.tokens.put(role, this.server.token(role, "civic-centre"));
		}
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			# what                                 | DEVICE BOARD WALL VIEWER OFFICER MANAGER TESTER ADMIN
			GET  /api/halls                        | 403 403 200 200 200 200 200 200
			GET  /api/halls/civic-centre           | 403 403 200 200 200 200 200 200
			GET  /api/halls/civic-centre/stream    | 403 403 200 200 200 200 200 200
			GET  /api/halls/civic-centre/public    | 403 200 200 200 200 200 200 200
			HEAD /api/halls/civic-centre/public    | 403 200 200 200 200 200 200 200
			GET  /api/halls/civic-centre/public/stream | 403 200 200 200 200 200 200 200
			GET  /api/halls/civic-centre/public/events | 403 403 404 404 404 404 404 404
			POST /api/halls/civic-centre/public    | 403 403 403 403 405 405 403 405
			GET  /api/halls/street-office/public   | 403 200 200 200 200 200 200 200
			GET  /api/halls/street-office/public/stream | 403 200 200 200 200 200 200 200
			GET  /api/halls/demo-province/public   | 403 403 403 403 403 403 403 403
			GET  /api/halls/far-away/public        | 403 403 403 403 403 403 403 403
			GET  /api/halls/far-away/public/stream | 403 403 403 403 403 403 403 403
			GET  /api/halls/civic-centre/region    | 403 403 404 404 404 404 404 404
			GET  /api/halls/civic-centre/events    | 403 403 200 200 200 200 200 200
			GET  /api/halls/civic-centre/anomalies | 403 403 200 200 200 200 200 200
			GET  /api/halls/civic-centre/plan      | 403 403 200 200 200 200 200 200
			HEAD /api/halls/civic-centre           | 403 403 200 200 200 200 200 200
			POST /api/halls/civic-centre/events    | 200 403 403 403 403 403 200 200
			GET  /api/halls/civic-centre/alerts/quality | 403 403 200 200 200 200 200 200
			GET  /api/halls/far-away/alerts/quality | 403 403 403 403 403 403 403 403
			GET  /api/halls/civic-centre/webhooks  | 403 403 403 403 403 200 200 200
			POST /api/halls/civic-centre/webhooks  | 403 403 403 403 403 422 422 422
			GET  /api/halls/far-away/webhooks      | 403 403 403 403 403 403 403 403
			GET  /api/halls/street-office          | 403 403 200 200 200 200 200 200
			POST /api/halls/street-office/events   | 200 403 403 403 403 403 200 200
			GET  /api/halls/demo-province          | 403 403 403 403 403 403 403 403
			GET  /api/halls/far-away               | 403 403 403 403 403 403 403 403
			GET  /api/halls/far-away/plan          | 403 403 403 403 403 403 403 403
			POST /api/halls/far-away/events        | 403 403 403 403 403 403 403 403
			GET  /api/halls/nowhere                | 403 403 403 403 403 403 403 403
			PUT  /api/halls/civic-centre/plan      | 403 403 403 403 403 422 422 422
			PUT  /api/halls/far-away/plan          | 403 403 403 403 403 422 422 422
			DELETE /api/halls/civic-centre         | 403 403 403 403 405 405 403 405
			GET  /api/tokens                       | 403 403 403 403 403 403 403 200
			GET  /api/users                        | 403 403 403 403 403 403 403 200
			GET  /api/me                           | 200 200 200 200 200 200 200 200
			GET  /api/nothing-here                 | 404 404 404 404 404 404 404 404
			GET  /actuator/prometheus              | 403 403 403 403 403 403 403 403
			GET  /                                 | 403 403 200 200 200 200 200 200
			GET  /wall/civic-centre                | 403 403 200 200 200 200 200 200
			GET  /wall/civic-centre?public         | 403 200 200 200 200 200 200 200
			GET  /wall/far-away?public             | 403 403 403 403 403 403 403 403
			GET  /wall/far-away                    | 403 403 403 403 403 403 403 403
			GET  /region/civic-centre              | 403 403 200 200 200 200 200 200
			GET  /region/far-away                  | 403 403 403 403 403 403 403 403
			GET  /board/civic-centre/A             | 403 200 200 200 200 200 200 200
			GET  /board/far-away/all               | 403 403 403 403 403 403 403 403
			""")
	void everyRoleInItsHall(String what, String statuses) {
		String[] wanted = statuses.strip().split(" ");
		for (Role role : Role.values()) {
			int status = exchange(what, this.tokens.get(role)).returnResult(Void.class).getStatus().value();
			int expected = Integer.parseInt(wanted[role.ordinal()]);
			org.assertj.core.api.Assertions.assertThat(pageOr(status, what))
				.as("%s %s", role, what)
				.isEqualTo(pageOr(expected, what));
		}
	}

	/** Without the pages on the class path a page that may be seen is 404. */
	private static int pageOr(int status, String what) {
		return what.contains("/api") || what.contains("/actuator") || status != 404 ? status : 200;
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/halls", "GET /api/halls/civic-centre", "GET /api/halls/civic-centre/stream",
			"GET /api/halls/civic-centre/public", "GET /api/halls/civic-centre/public/stream",
			"GET /api/halls/civic-centre/plan", "POST /api/halls/civic-centre/events",
			"PUT /api/halls/civic-centre/plan", "GET /api/halls/nowhere", "GET /api/me", "GET /api/tokens",
			"POST /api/tokens", "GET /api/users", "POST /api/logout", "GET /api/openapi", "GET /api/nothing-here",
			"GET /actuator", "GET /actuator/prometheus", "GET /actuator/metrics", "GET /actuator/env",
			"GET /nothing-here", "OPTIONS /api/halls", "GET /index.html" })
	void withoutTokenOrWithWrongOneNothingIsOpen(String what) {
		for (String token : new String[] { null, "hw_wrong", "hw_0123456789012345678901234567890123456789012" }) {
			exchange(what, token).expectStatus()
				.isUnauthorized()
				.expectHeader()
				.valueMatches("WWW-Authenticate", "Bearer.*")
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("/problems/unauthorized")
				.jsonPath("$.status")
				.isEqualTo(401)
				.jsonPath("$.detail")
				.isNotEmpty();
		}
	}

	@Test
	void healthIsOpenAndTellsNothingMore() {
		this.server.client()
			.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.value((status) -> org.assertj.core.api.Assertions.assertThat(status).isIn(200, 503))
			.expectBody()
			.jsonPath("$.status")
			.exists()
			.jsonPath("$.components")
			.doesNotExist();
	}

	@Test
	void onlyAdministratorsOfAllHallsSeeMetrics() {
		exchange("GET /actuator/prometheus", this.server.credentials().adminToken()).expectStatus().isOk();
	}

	@Test
	void refusalsTellTheReason() {
		exchange("POST /api/halls/civic-centre/events", this.tokens.get(Role.WALL)).expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("a WALL is a WALL, which has no right to REPORT.");
		exchange("GET /api/halls/far-away", this.tokens.get(Role.WALL)).expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("a WALL is for the hall 'civic-centre' and those below it, and 'far-away' is not among them.");
		exchange("GET /api/halls/civic-centre/stream", this.tokens.get(Role.BOARD)).expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("a BOARD is a BOARD, which has no right to VIEW.");
	}

	@Test
	void whoMaySeeAllHallsLearnsWhichDoNotExist() {
		exchange("GET /api/halls/nowhere", this.server.credentials().adminToken()).expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/no-such-hall");
	}

	@Test
	void theTreeHoldsOnlyHallsInScope() {
		exchange("GET /api/halls", this.tokens.get(Role.WALL)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(2)
			.jsonPath("$[0].hall")
			.isEqualTo("civic-centre")
			.jsonPath("$[0].parent")
			.doesNotExist()
			.jsonPath("$[0].name.zh")
			.isEqualTo("市民中心")
			.jsonPath("$[1].hall")
			.isEqualTo("street-office")
			.jsonPath("$[1].parent")
			.isEqualTo("civic-centre");
	}

	@Test
	void whoIsForOneHallPlansOnlyBelowIt() {
		String manager = this.tokens.get(Role.MANAGER);
		put("below", EdgeServer.plan("below", "street-office"), manager).expectStatus().isCreated();
		put("below", EdgeServer.plan("below", "civic-centre"), manager).expectStatus().isOk();
		put("below", EdgeServer.plan("below", "demo-province"), manager).expectStatus().isForbidden();
		put("rootless", EdgeServer.plan("rootless", null), manager).expectStatus().isForbidden();
		put("far-away", EdgeServer.plan("far-away", "civic-centre"), manager).expectStatus().isForbidden();
		put("civic-centre", EdgeServer.plan("civic-centre", null), manager).expectStatus().isForbidden();
	}

	static Stream<String> answers() {
		return Stream.of("/api/halls", "/login", "/actuator/health", "/api/nothing");
	}

	@ParameterizedTest
	@MethodSource("answers")
	void everyAnswerForbidsOtherHostsAndKeepsAddressesPrivate(String uri) {
		this.server.client()
			.get()
			.uri(uri)
			.exchange()
			.expectHeader()
			.valueMatches("Content-Security-Policy", "default-src 'self';.*frame-ancestors 'self'")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff");
	}

	private WebTestClient.ResponseSpec put(String hall, String plan, @Nullable String token) {
		return this.server.client(token)
			.put()
			.uri("/api/halls/{hall}/plan", hall)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(plan)
			.exchange();
	}

	private WebTestClient.ResponseSpec exchange(String what, @Nullable String token) {
		String[] parts = what.split(" +");
		HttpMethod method = HttpMethod.valueOf(parts[0]);
		WebTestClient.RequestBodySpec request = this.server.client(token).method(method).uri(parts[1]);
		return (method == HttpMethod.POST || method == HttpMethod.PUT)
				? request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange() : request.exchange();
	}

}
