package io.hallcommand.server.access.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.problem.Problems.FieldError;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the few fields of a request about users and tokens. A field that is not known is
 * an error: a misspelt {@code scope} must not give more rights than meant.
 */
final class Input {

	private final JsonNode json;

	private final List<FieldError> errors = new ArrayList<>();

	private Input(JsonNode json) {
		this.json = json;
	}

	static Input of(String body, String... fields) {
		JsonNode json;
		try {
			json = HallJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			throw Problems.badRequest("The body is not JSON: " + ex.getOriginalMessage()).exception();
		}
		if (json == null || !json.isObject()) {
			throw Problems.badRequest("The body is not a JSON object.").exception();
		}
		Input input = new Input(json);
		List<String> known = List.of(fields);
		json.propertyNames()
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> input.wrong(name, "is not known here; these are: " + String.join(", ", known)));
		return input;
	}

	/** A text of this many characters. */
	String text(String field, int min, int max) {
		String text = optionalText(field);
		if (text == null) {
			wrong(field, "is missing");
			return "";
		}
		if (text.length() < min || text.length() > max || text.isBlank()) {
			wrong(field, "has not " + min + " to " + max + " characters");
		}
		else if (text.chars().anyMatch(Character::isISOControl)) {
			wrong(field, "has control characters");
		}
		return text;
	}

	<E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
		String text = text(field, 1, 40).toUpperCase(Locale.ROOT);
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(text)) {
				return constant;
			}
		}
		wrong(field, "is not one of " + List.of(type.getEnumConstants()));
		return null;
	}

	@Nullable HallId optionalHall(String field) {
		String text = optionalText(field);
		return (text != null) ? new HallId(text) : null;
	}

	@Nullable Integer optionalNumber(String field, int min, int max) {
		JsonNode node = this.json.get(field);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
			wrong(field, "is not a whole number from " + min + " to " + max);
			return null;
		}
		return node.intValue();
	}

	void wrong(String field, String reason) {
		if (this.errors.stream().noneMatch((error) -> error.field().equals(field))) {
			this.errors.add(new FieldError(field, reason));
		}
	}

	/** Ends the request if anything was wrong. */
	void check() {
		if (!this.errors.isEmpty()) {
			throw Problems
				.unusable("'" + this.errors.getFirst().field() + "' " + this.errors.getFirst().reason() + ".",
						List.copyOf(this.errors))
				.exception();
		}
	}

	private @Nullable String optionalText(String field) {
		JsonNode node = this.json.get(field);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isString()) {
			wrong(field, "is not a string");
			return null;
		}
		return node.stringValue();
	}

}
