package io.hallcommand.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.hallcommand.server.access.Credentials;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins, links with tokens, cookies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path otherData;

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(TestServices.newDatabase(), data);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void aLoginGivesASessionUntilLogout() {
		Credentials credentials = this.server.credentials();
		ResponseCookie cookie = loggedIn(credentials.adminUser(), credentials.adminPassword());
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getSameSite()).isEqualTo("Strict");
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.isSecure()).isFalse();
		assertThat(cookie.getMaxAge()).hasHours(12);
		withCookie(cookie).get()
			.uri("/api/me")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"name\":\"admin\",\"role\":\"ADMIN\",\"scope\":null}");
		withCookie(cookie).post()
			.uri("/api/logout")
			.header("Origin", this.server.url())
			.exchange()
			.expectStatus()
			.isNoContent()
			.expectCookie()
			.maxAge("hall_session", java.time.Duration.ZERO);
		withCookie(cookie).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "https, -, 403", "-, -, 403", "http://elsewhere.example, -, 403", "null, -, 403",
					"same, cross-site, 403", "same, same-site, 403", "-, cross-site, 403", "-, same-origin, 201",
					"same, -, 201", "same, same-origin, 201" })
	void aCookieChangesSomethingOnlyFromAPageOfThisServer(String origin, String site, int status) {
		Credentials credentials = this.server.credentials();
		ResponseCookie cookie = loggedIn(credentials.adminUser(), credentials.adminPassword());
		WebTestClient.RequestBodySpec request = withCookie(cookie).post()
			.uri("/api/tokens")
			.contentType(MediaType.APPLICATION_JSON);
		if (origin != null) {
			request.header("Origin", origin.equals("same") ? this.server.url() : origin);
		}
		if (site != null) {
			request.header("Sec-Fetch-Site", site);
		}
		request.bodyValue("{\"name\":\"x\",\"role\":\"VIEWER\"}").exchange().expectStatus().isEqualTo(status);
	}

	@Test
	void aPageOfAnotherServerCannotLogIn() {
		Credentials credentials = this.server.credentials();
		this.server.client()
			.post()
			.uri("/api/login")
			.header("Origin", "http://elsewhere.example")
			.bodyValue(Map.of("user", credentials.adminUser(), "password", credentials.adminPassword()))
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void whoGuessesHasToWait() {
		try (EdgeServer guessed = EdgeServer.start(TestServices.newDatabase(), this.otherData)) {
			Credentials credentials = guessed.credentials();
			for (int i = 0; i < 3; i++) {
				login(guessed, "admin", "wrong").expectStatus()
					.isUnauthorized()
					.expectBody()
					.jsonPath("$.type")
					.isEqualTo("/problems/wrong-password");
			}
			login(guessed, "admin", credentials.adminPassword()).expectStatus()
				.isEqualTo(429)
				.expectHeader()
				.exists("Retry-After")
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("/problems/too-many-attempts");
		}
	}

	@Test
	void anotherPasswordEndsTheSessionsAndADeletedUserIsGone() {
		addUser("short-lived", "the first password", "VIEWER");
		ResponseCookie first = loggedIn("short-lived", "the first password");
		this.server.admin()
			.put()
			.uri("/api/users/short-lived/password")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"password\":\"the second password\"}")
			.exchange()
			.expectStatus()
			.isNoContent();
		withCookie(first).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
		ResponseCookie second = loggedIn("short-lived", "the second password");
		this.server.admin().delete().uri("/api/users/short-lived").exchange().expectStatus().isNoContent();
		withCookie(second).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
		this.server.admin().delete().uri("/api/users/short-lived").exchange().expectStatus().isNotFound();
	}

	@Test
	void aWallLinkIsExchangedForACookieAtOnce() {
		HttpHeaders headers = page("/wall/civic-centre?a=1&token=" + this.server.credentials().wallToken() + "&b=%20")
			.returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.getFirst("Location")).isEqualTo("/wall/civic-centre?a=1&b=%20");
		assertThat(headers.getFirst("Set-Cookie"))
			.startsWith("hall_wall=" + this.server.credentials().wallToken() + ";")
			.containsIgnoringCase("HttpOnly")
			.contains("SameSite=Lax");
		this.server.client()
			.get()
			.uri("/api/halls/civic-centre")
			.cookie("hall_wall", this.server.credentials().wallToken())
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void aBoardLinkOpensTheBoardAndNoOtherPage() {
		String token = this.server.credentials().boardToken();
		HttpHeaders headers = page("/board/civic-centre/all?token=" + token).returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.getFirst("Location")).isEqualTo("/board/civic-centre/all");
		assertThat(headers.getFirst("Set-Cookie")).as("in the place of a wall's, if it was one")
			.startsWith("hall_wall=" + token + ";");
		for (String uri : List.of("/", "/wall/civic-centre", "/desk", "/region/civic-centre")) {
			assertThat(this.server.client()
				.get()
				.uri(uri)
				.header("Accept", "text/html")
				.cookie("hall_wall", token)
				.exchange()
				.returnResult(Void.class)
				.getResponseHeaders()
				.getFirst("Location")).as(uri).startsWith("/login?error=forbidden");
		}
	}

	@Test
	void theHomePageTakesATokenToo() {
		HttpHeaders headers = page("/?token=" + this.server.token(Role.OFFICER, null)).returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.getFirst("Location")).isEqualTo("/");
		assertThat(headers.getFirst("Set-Cookie")).startsWith("hall_session=ht_").containsIgnoringCase("HttpOnly");
	}

	@ParameterizedTest
	@CsvSource({ "/wall/civic-centre?token=hw_wrong, /login?error=token&next=%2Fwall%2Fcivic-centre",
			"/?token=, /login?error=token", "/wall/civic-centre, /login?next=%2Fwall%2Fcivic-centre", "/, /login",
			"/wall/x?zoom=2, /login?next=%2Fwall%2Fx%3Fzoom%3D2", "//elsewhere.example/?token=x, " })
	void withoutARightPagesLeadToTheLogin(String uri, String location) {
		HttpHeaders headers = page(uri).returnResult(Void.class).getResponseHeaders();
		assertThat(headers.getFirst("Location")).isEqualTo(location);
		assertThat(headers.getFirst("Set-Cookie")).isNull();
	}

	@Test
	void aDeviceTokenOpensNoPage() {
		HttpHeaders headers = page("/?token=" + this.server.credentials().deviceToken()).returnResult(Void.class)
			.getResponseHeaders();
		assertThat(headers.getFirst("Location")).isEqualTo("/login?error=token");
	}

	@Test
	void theTokenInAnAddressIsNoTokenForTheApi() {
		this.server.client()
			.get()
			.uri("/api/me?token=" + this.server.credentials().adminToken())
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	private void addUser(String name, String password, String role) {
		this.server.admin()
			.post()
			.uri("/api/users")
			.bodyValue(Map.of("name", name, "password", password, "role", role))
			.exchange()
			.expectStatus()
			.isCreated();
	}

	private ResponseCookie loggedIn(String user, String password) {
		ResponseCookie cookie = login(user, password).expectStatus()
			.isOk()
			.returnResult(Void.class)
			.getResponseCookies()
			.getFirst("hall_session");
		assertThat(cookie).isNotNull();
		return cookie;
	}

	private WebTestClient.ResponseSpec login(String user, String password) {
		return login(this.server, user, password);
	}

	private static WebTestClient.ResponseSpec login(EdgeServer server, String user, String password) {
		return server.client()
			.post()
			.uri("/api/login")
			.bodyValue(Map.of("user", user, "password", password))
			.exchange();
	}

	private WebTestClient withCookie(ResponseCookie cookie) {
		return this.server.client().mutate().defaultCookie(cookie.getName(), cookie.getValue()).build();
	}

	private WebTestClient.ResponseSpec page(String uri) {
		return this.server.client()
			.get()
			.uri(java.net.URI.create(this.server.url() + uri))
			.accept(MediaType.TEXT_HTML)
			.exchange();
	}

}
