package io.hallcommand.sim.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * Where two views of a hall differ, value by value.
 */
public final class ViewDiff {

	/** The version counts plans too; the others do not follow from what devices say. */
	private static final Set<String> NOT_COMPARED = Set.of("version", "alerts", "emergencies", "hours");

	private final List<String> differences = new ArrayList<>();

	private ViewDiff() {
	}

	/**
	 * Compares all that follows from a hall's events.
	 * @return one line for each value that differs
	 */
	public static List<String> between(String oneName, JsonNode one, String otherName, JsonNode other) {
		ViewDiff diff = new ViewDiff();
		Set<String> fields = new TreeSet<>(one.propertyNames());
		fields.addAll(other.propertyNames());
		fields.removeAll(NOT_COMPARED);
		fields.forEach((field) -> diff.compare(field, oneName, one.path(field), otherName, other.path(field)));
		return diff.differences;
	}

	private void compare(String path, String oneName, JsonNode one, String otherName, JsonNode other) {
		if (one.isObject() && other.isObject()) {
			Set<String> fields = new TreeSet<>(one.propertyNames());
			fields.addAll(other.propertyNames());
			fields.forEach(
					(field) -> compare(path + "." + field, oneName, one.path(field), otherName, other.path(field)));
		}
		else if (!same(one, other)) {
			this.differences.add(path + ": " + oneName + " " + text(one) + ", " + otherName + " " + text(other));
		}
	}

	private static boolean same(JsonNode one, JsonNode other) {
		return (one.isNumber() && other.isNumber()) ? one.doubleValue() == other.doubleValue() : one.equals(other);
	}

	private static String text(JsonNode node) {
		return node.isMissingNode() ? "nothing" : node.toString();
	}

}
