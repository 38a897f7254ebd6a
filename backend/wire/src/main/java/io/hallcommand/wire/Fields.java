package io.hallcommand.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and remembers the first thing that is wrong. What
 * it returns after that is of no meaning: ask {@link #problem()} before using it.
 */
final class Fields {

	private final JsonNode object;

	private final String path;

	private @Nullable WireProblem problem;

	Fields(JsonNode object, String path) {
		this.object = object;
		this.path = path;
		if (!object.isObject()) {
			fail("", "is not a JSON object");
		}
	}

	@Nullable WireProblem problem() {
		return this.problem;
	}

	void fail(String field, String reason) {
		if (this.problem == null) {
			String at = this.path + field;
			if (at.endsWith(".")) {
				at = at.substring(0, at.length() - 1);
			}
			this.problem = new WireProblem(at.isEmpty() ? null : at, reason);
		}
	}

	String text(String field, int max) {
		String text = optionalText(field, max);
		if (text == null) {
			fail(field, "is missing");
			return "";
		}
		return text;
	}

	@Nullable String optionalText(String field, int max) {
		JsonNode node = get(field);
		if (node == null) {
			return null;
		}
		if (!node.isString()) {
			fail(field, "is not a string");
			return null;
		}
		String text = node.stringValue();
		check(field, text, max);
		return text;
	}

	/** A text that may have lines. */
	String prose(String field, int max) {
		JsonNode node = get(field);
		if (node == null || !node.isString()) {
			fail(field, (node == null) ? "is missing" : "is not a string");
			return "";
		}
		check(field, node.stringValue(), max, "\n\r\t");
		return node.stringValue();
	}

	/** {"zh": …, "en": …}, or one text for both. */
	Label label(String field, int max) {
		JsonNode node = get(field);
		if (node != null && node.isString()) {
			String both = text(field, max);
			return new Label(both, both);
		}
		if (node == null || !node.isObject()) {
			fail(field, (node == null) ? "is missing" : "is neither a string nor {zh, en}");
			return new Label("", "");
		}
		Fields names = new Fields(node, "");
		String zh = names.optionalText("zh", max);
		String en = names.optionalText("en", max);
		WireProblem wrong = names.problem();
		if (wrong != null) {
			fail(field + "." + wrong.field(), wrong.reason());
		}
		String any = (zh != null) ? zh : (en != null) ? en : "";
		return new Label((zh != null) ? zh : any, (en != null) ? en : any);
	}

	@Nullable List<String> optionalTexts(String field, int maxItems, int max) {
		JsonNode node = get(field);
		if (node == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		if (!node.isArray()) {
			fail(field, "is not an array of strings");
		}
		else if (node.size() > maxItems) {
			fail(field, "has more than " + maxItems + " entries");
		}
		else {
			for (JsonNode item : node) {
				if (!item.isString()) {
					fail(field, "is not an array of strings");
					break;
				}
				check(field, item.stringValue(), max);
				texts.add(item.stringValue());
			}
		}
		return texts;
	}

	<E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
		String text = optionalText(field, 40);
		if (text == null) {
			return otherwise;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
				return constant;
			}
		}
		fail(field, "is not one of " + List.of(type.getEnumConstants()));
		return otherwise;
	}

	/** One that must be there. */
	<E extends Enum<E>> E choice(String field, Class<E> type) {
		E first = type.getEnumConstants()[0];
		if (get(field) == null) {
			fail(field, "is missing: it is one of " + List.of(type.getEnumConstants()));
			return first;
		}
		return choice(field, type, first);
	}

	/** Absent means no. */
	boolean flag(String field) {
		JsonNode node = get(field);
		if (node != null && !node.isBoolean()) {
			fail(field, "is neither true nor false");
			return false;
		}
		return node != null && node.booleanValue();
	}

	/** One that must be there. */
	boolean neededFlag(String field) {
		if (get(field) == null) {
			fail(field, "is missing: it is true or false");
		}
		return flag(field);
	}

	/** To the microsecond, as the journal keeps it. */
	@Nullable Instant optionalTime(String field) {
		String text = optionalText(field, 40);
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime time = Rfc3339.parse(text);
			if (time.getYear() < 1900 || time.getYear() > 9998) {
				fail(field, "is not between the years 1900 and 9998");
			}
			return time.toInstant().truncatedTo(ChronoUnit.MICROS);
		}
		catch (DateTimeException ex) {
			fail(field, "is not an RFC 3339 time with offset, such as 2026-11-20T09:00:00+08:00");
			return null;
		}
	}

	/**
	 * A whole number.
	 * @param otherwise if it is missing; {@code null} means that it must not be
	 */
	int number(String field, int min, int max, @Nullable Integer otherwise) {
		JsonNode node = get(field);
		if (node == null && otherwise != null) {
			return otherwise;
		}
		if (node == null || !node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < min
				|| node.intValue() > max) {
			fail(field, (node == null) ? "is missing" : "is not a whole number from " + min + " to " + max);
			return min;
		}
		return node.intValue();
	}

	/** A number that is not negative and must be there. */
	double amount(String field, double max) {
		Double amount = optionalAmount(field, max);
		if (amount == null) {
			fail(field, "is missing");
			return 0;
		}
		return amount;
	}

	@Nullable Double optionalAmount(String field, double max) {
		JsonNode node = get(field);
		if (node == null) {
			return null;
		}
		if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= max)) {
			fail(field, "is not a number from 0 to " + Math.round(max));
			return 0.0;
		}
		return node.doubleValue();
	}

	@Nullable JsonNode get(String field) {
		JsonNode node = this.object.get(field);
		return (node == null || node.isNull()) ? null : node;
	}

	private void check(String field, String text, int max) {
		check(field, text, max, "");
	}

	private void check(String field, String text, int max, String allowed) {
		if (text.isBlank()) {
			fail(field, "is empty");
		}
		else if (text.length() > max) {
			fail(field, "is longer than " + max + " characters");
		}
		else {
			for (int i = 0; i < text.length(); i++) {
				char c = text.charAt(i);
				if (Character.isISOControl(c) && allowed.indexOf(c) < 0
						|| Character.isSurrogate(c) && !paired(text, i)) {
					fail(field, "has a control character or half a character at position " + i);
					return;
				}
			}
		}
	}

	private static boolean paired(String text, int i) {
		char c = text.charAt(i);
		return Character.isHighSurrogate(c) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
				: i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
	}

}
