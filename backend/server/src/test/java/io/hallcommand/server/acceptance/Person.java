package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with a token of their own, who may speak to any node.
 *
 * @param name as journals and refusals call them
 */
record Person(String name, String token) {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	/**
	 * What was answered.
	 */
	record Answer(int status, JsonNode body) {

		String text(String field) {
			return this.body.path(field).stringValue("");
		}

		/** The fields that were named as wrong. */
		String wrongFields() {
			StringBuilder fields = new StringBuilder();
			this.body.path("errors").forEach((error) -> fields.append(error.path("field").stringValue("")).append(' '));
			return fields.toString().strip();
		}

	}

	/**
	 * Somebody new.
	 * @param scope the hall they are for; {@code null} means all
	 */
	static Person of(Node node, String name, String role, @Nullable String scope) {
		Answer answer = new Person("admin", node.admin()).send(node.uri("/"), "POST", "/api/tokens",
				"{\"name\":\"" + name + "\",\"role\":\"" + role + "\""
						+ ((scope != null) ? ",\"scope\":\"" + scope + "\"" : "") + "}");
		return new Person(name, answer.text("token"));
	}

	/**
	 * Sends a request.
	 * @throws UncheckedIOException if there is no answer
	 */
	Answer send(URI server, String method, String path, @Nullable String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", "Bearer " + this.token)
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		return answer(request.build());
	}

	Answer post(URI server, String path, String body) {
		return send(server, "POST", path, body);
	}

	static Answer answer(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body().isEmpty() ? HallJson.mapper().missingNode()
					: HallJson.mapper().readTree(response.body()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
