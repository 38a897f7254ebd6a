package io.hallcommand.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hallcommand.core.emergency.EmergencyEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of emergencies by their names on the wire, and their data: an event's type is
 * the name of its record, its data the record's components.
 */
public final class EmergencyJson {

	private static final String PREFIX = "emergency.";

	/** What the mapper says of a type of a closed family. */
	private static final String KIND = "is";

	private static final Map<String, Class<?>> TYPES = types(EmergencyEvent.class)
		.collect(Collectors.toMap(EmergencyJson::type, (type) -> type, (one, other) -> one, TreeMap::new));

	private EmergencyJson() {
	}

	/** Whether this is the type of such an event. */
	public static boolean isType(String type) {
		return TYPES.containsKey(type);
	}

	/** Writes the event's data and returns its type. */
	static String write(EmergencyEvent event, ObjectNode data) {
		ObjectNode tree = HallJson.mapper().valueToTree(event);
		tree.forEachEntry((field, value) -> {
			if (!value.isNull() && !field.equals(KIND)) {
				data.set(field, value);
			}
		});
		return type(event.getClass());
	}

	/**
	 * Reads what {@link #write} wrote.
	 * @throws RuntimeException if it is something else
	 */
	static EmergencyEvent read(String type, JsonNode data) {
		Class<?> record = TYPES.get(type);
		if (record == null) {
			throw new IllegalArgumentException("No event of emergencies: " + type);
		}
		ObjectNode tree = data.deepCopy().asObject();
		tree.put(KIND, record.getSimpleName());
		return HallJson.mapper().treeToValue(tree, EmergencyEvent.class);
	}

	private static String type(Class<?> record) {
		String name = record.getSimpleName();
		return PREFIX + Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private static Stream<Class<?>> types(Class<?> family) {
		return family.isSealed() ? Stream.of(family.getPermittedSubclasses()).flatMap(EmergencyJson::types)
				: Stream.of(family);
	}

}
