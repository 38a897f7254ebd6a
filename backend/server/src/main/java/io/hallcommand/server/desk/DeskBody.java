package io.hallcommand.server.desk;

import java.util.List;

import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request from a desk.
 */
public final class DeskBody {

	private DeskBody() {
	}

	/** Nothing means an object without fields. */
	public static JsonNode read(@Nullable String body) {
		if (body == null || body.isBlank()) {
			return HallJson.mapper().createObjectNode();
		}
		try {
			return HallJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			throw Problems.badRequest("The body is not JSON: " + ex.getOriginalMessage()).exception();
		}
	}

	public static ProblemException unusable(WireProblem problem) {
		String field = (problem.field() != null) ? problem.field() : "";
		String what = field.isEmpty() ? "The body" : "'" + field + "'";
		return Problems
			.unusable(what + " " + problem.reason() + ".", List.of(new Problems.FieldError(field, problem.reason())))
			.exception();
	}

}
