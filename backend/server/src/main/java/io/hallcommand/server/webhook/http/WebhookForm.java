package io.hallcommand.server.webhook.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.problem.Problems.FieldError;
import io.hallcommand.server.webhook.NewWebhook;
import io.hallcommand.wire.AlertJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what somebody wants of a webhook, and says what of it is wrong. A field that is
 * not known is an error: a misspelt one must not be thought to count.
 */
final class WebhookForm {

	private static final List<String> USUAL_TYPES = List.of("alert.raised", "alert.changed", "alert.escalated",
			"alert.acknowledged", "alert.cleared", "alert.reminded", "emergency.declared", "emergency.graded",
			"emergency.instructed", "emergency.endProposed", "emergency.ended", "emergency.merged");

	/** Steps, notes and counts are for those who work an emergency. */
	private static final Set<String> EMERGENCY_TYPES = Set.of("emergency.declared", "emergency.sighted",
			"emergency.graded", "emergency.instructed", "emergency.endProposed", "emergency.ended", "emergency.merged",
			"emergency.filed", "emergency.closed");

	private static final SequencedSet<String> TYPES = allTypes();

	private static final int LONGEST_URL = 2_000;

	private final JsonNode json;

	private final List<FieldError> errors = new ArrayList<>();

	private WebhookForm(String body, String... fields) {
		try {
			this.json = HallJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			throw Problems.badRequest("The body is not JSON: " + ex.getOriginalMessage()).exception();
		}
		if (!this.json.isObject()) {
			throw Problems.badRequest("The body is not a JSON object.").exception();
		}
		List<String> known = List.of(fields);
		this.json.propertyNames()
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> wrong(name, "is not known here; these are: " + String.join(", ", known)));
	}

	/** A webhook to be made. */
	static NewWebhook read(HallId hall, String body, String by) {
		WebhookForm form = new WebhookForm(body, "url", "lowestSeverity", "types");
		URI url = form.url();
		Severity lowest = form.lowest();
		List<String> types = form.types();
		form.check();
		if (url == null) {
			throw new IllegalStateException("Checked");
		}
		return new NewWebhook(hall, url, lowest, types, by);
	}

	/** Whether one is to be on. */
	static boolean enabled(String body) {
		WebhookForm form = new WebhookForm(body, "enabled");
		JsonNode enabled = form.json.path("enabled");
		if (!enabled.isBoolean()) {
			form.wrong("enabled", "is neither true nor false");
		}
		form.check();
		return enabled.booleanValue();
	}

	private @Nullable URI url() {
		JsonNode node = this.json.path("url");
		if (!node.isString()) {
			wrong("url", node.isMissingNode() ? "is missing" : "is not a string");
			return null;
		}
		try {
			URI url = new URI(node.stringValue());
			String scheme = String.valueOf(url.getScheme());
			if (!scheme.equals("http") && !scheme.equals("https")) {
				wrong("url", "begins neither with http:// nor with https://");
			}
			else if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
				wrong("url", "names no host that a request could be sent to");
			}
			else if (url.getUserInfo() != null || url.getFragment() != null) {
				wrong("url", "must have neither a user nor a fragment: they would not be sent");
			}
			else if (node.stringValue().length() > LONGEST_URL) {
				wrong("url", "has more than " + LONGEST_URL + " characters");
			}
			return url;
		}
		catch (URISyntaxException ex) {
			wrong("url", "is not a URL: " + ex.getReason());
			return null;
		}
	}

	private Severity lowest() {
		JsonNode node = this.json.path("lowestSeverity");
		if (node.isMissingNode() || node.isNull()) {
			return Severity.MAJOR;
		}
		for (Severity severity : Severity.values()) {
			if (severity.name().equals(node.stringValue(""))) {
				return severity;
			}
		}
		wrong("lowestSeverity", "is not one of " + List.of(Severity.values()));
		return Severity.MAJOR;
	}

	private List<String> types() {
		JsonNode node = this.json.path("types");
		if (node.isMissingNode() || node.isNull()) {
			return USUAL_TYPES;
		}
		if (!node.isArray() || node.isEmpty()) {
			wrong("types", "is not a list of at least one type");
			return List.of();
		}
		Set<String> types = new LinkedHashSet<>();
		for (int i = 0; i < node.size(); i++) {
			String type = node.get(i).stringValue("");
			if (!TYPES.contains(type)) {
				wrong("types[" + i + "]", "is not one of " + TYPES);
			}
			types.add(type);
		}
		return List.copyOf(types);
	}

	private static SequencedSet<String> allTypes() {
		TreeSet<String> types = new TreeSet<>(AlertJson.TYPES);
		types.addAll(EMERGENCY_TYPES);
		return types;
	}

	private void wrong(String field, String reason) {
		this.errors.add(new FieldError(field, reason));
	}

	/** Ends the request if anything was wrong. */
	private void check() {
		if (!this.errors.isEmpty()) {
			FieldError first = this.errors.getFirst();
			throw Problems.unusable("'" + first.field() + "' " + first.reason() + ".", List.copyOf(this.errors))
				.exception();
		}
	}

}
