package io.hallcommand.sim.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.hallcommand.wire.HallJson;

/**
 * The server understood and said no: asking again gives the same answer.
 */
public final class HallRefused extends RuntimeException {

	private final int status;

	public HallRefused(int status, String message) {
		super(message);
		this.status = status;
	}

	public int status() {
		return this.status;
	}

	static HallRefused of(String what, int status, @Nullable String body) {
		String reason = switch (status) {
			case 401 -> "no valid token was given (see --token and --data)";
			case 403 -> "the token has no right to do this";
			case 404 -> "there is no such hall";
			default -> "status " + status;
		};
		String detail = detail(body);
		return new HallRefused(status, what + ": " + reason + (detail.isEmpty() ? "" : ": " + detail));
	}

	private static String detail(@Nullable String body) {
		if (body == null || body.isBlank()) {
			return "";
		}
		try {
			JsonNode problem = HallJson.mapper().readTree(body);
			return problem.path("detail").stringValue(problem.path("title").stringValue(""));
		}
		catch (JacksonException ex) {
			return body.lines().findFirst().orElse("");
		}
	}

}
