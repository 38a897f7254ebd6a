package io.hallcommand.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.hallcommand.server.testing.TestServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages, the problems and the description of the API.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

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

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/wall/civic-centre", "/desk", "/board/civic-centre/x", "/region/any" })
	void everyPageIsTheOnePageAndNeverKeptUnasked(String uri) {
		this.server.admin()
			.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectHeader()
			.valueEquals("Cache-Control", "no-cache")
			.expectBody(String.class)
			.consumeWith((html) -> assertThat(html.getResponseBody()).contains("<div id=\"app\">"));
	}

	@Test
	void itsPartsAreKeptForEverAndCompressed() throws IOException, InterruptedException {
		Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(text("/login"));
		assertThat(script.find()).isTrue();
		HttpResponse<byte[]> plain = part(script.group(), null);
		HttpResponse<byte[]> compressed = part(script.group(), "gzip, br");
		for (HttpResponse<byte[]> response : List.of(plain, compressed)) {
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000")
				.contains("immutable");
			assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("javascript");
			assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
		}
		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
		try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
			assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/assets/none.js", "/assets/../index.html", "/assets/..%2findex.html",
			"/assets/%2e%2e/%2e%2e/application.yaml", "/assets//etc/passwd", "/assets/" })
	void whatIsNoPartOfThePagesIsNotGivenOut(String uri) {
		this.server.client()
			.get()
			.uri(URI.create(this.server.url() + uri))
			.exchange()
			.expectStatus()
			.value((status) -> assertThat(status).isIn(400, 401, 404));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "GET | /api/nothing | - | - | 404 | not-found", "GET | /api | - | - | 404 | not-found",
					"GET | /nothing | - | - | 404 | not-found", "DELETE | /api/me | - | - | 405 | method-not-allowed",
					"POST | /api/login | text/plain | x | 415 | unsupported-media-type",
					"POST | /api/login | application/json | { | 400 | bad-request",
					"POST | /api/login | application/json | {} | 422 | unusable",
					"POST | /api/halls/civic-centre/events | application/json | busy | 503 | busy",
					"POST | /api/halls/civic-centre/events | application/json | gone | 503 | journal-unavailable",
					"POST | /api/halls/civic-centre/events | application/json | bug | 500 | internal",
					"DELETE | /api/tokens/no-uuid | - | - | 400 | bad-request",
					"GET | /api/halls/nowhere/stream | - | - | 404 | no-such-hall" })
	void whateverGoesWrongIsAProblemDetail(String method, String uri, @Nullable String type, @Nullable String body,
			int status, String kind) {
		WebTestClient.RequestBodySpec request = this.server.admin().method(HttpMethod.valueOf(method)).uri(uri);
		WebTestClient.ResponseSpec response = ((type != null && body != null)
				? request.header("Content-Type", type).bodyValue(body) : request)
			.exchange();
		if (status == 503) {
			response.expectHeader().valueEquals("Retry-After", "1");
		}
		if (status == 405) {
			response.expectHeader().valueEquals("Allow", "GET");
		}
		response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class)
			.consumeWith((json) -> assertThat(json.getResponseBody()).contains("\"/problems/" + kind + "\"")
				.contains("\"status\":" + status)
				.contains("\"title\"")
				.contains("\"detail\"")
				.doesNotContain("secret"));
	}

	@Test
	void theApiIsDescribed() {
		this.server.client(this.server.credentials().wallToken())
			.get()
			.uri("/api/openapi")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.expectBody(String.class)
			.consumeWith((json) -> assertThat(json.getResponseBody()).contains("\"openapi\":\"3.")
				.contains("\"/api/halls/{hall}/plan\"")
				.contains("\"/api/halls\"")
				.contains("\"/api/tokens\"")
				.contains("\"/api/users/{name}/password\"")
				.contains("\"/api/login\"")
				.contains("\"application/yaml\""));
	}

	/** By a client that does not unpack by itself. */
	private HttpResponse<byte[]> part(String uri, @Nullable String encoding) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server.url() + uri));
		if (encoding != null) {
			request.header("Accept-Encoding", encoding);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
	}

	private String text(String uri) {
		String text = this.server.client()
			.get()
			.uri(uri)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(text).isNotNull();
		return text;
	}

}
