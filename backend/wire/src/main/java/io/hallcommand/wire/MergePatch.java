package io.hallcommand.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RFC 7396: how a patch is made, and how a screen applies it.
 */
public final class MergePatch {

	private MergePatch() {
	}

	/**
	 * What makes one object of another. Neither holds a {@code null}, which a patch
	 * cannot say.
	 */
	public static ObjectNode between(ObjectNode before, ObjectNode after) {
		ObjectNode patch = HallJson.mapper().createObjectNode();
		for (String name : before.propertyNames()) {
			if (!after.has(name)) {
				patch.putNull(name);
			}
		}
		for (var property : after.properties()) {
			JsonNode known = before.get(property.getKey());
			JsonNode value = property.getValue();
			if (known instanceof ObjectNode one && value instanceof ObjectNode other) {
				ObjectNode change = between(one, other);
				if (!change.isEmpty()) {
					patch.set(property.getKey(), change);
				}
			}
			else if (!value.equals(known)) {
				patch.set(property.getKey(), value);
			}
		}
		return patch;
	}

	/**
	 * Changes {@code target} in place where it can.
	 * @return the result
	 */
	public static JsonNode apply(JsonNode target, JsonNode patch) {
		if (!(patch instanceof ObjectNode changes)) {
			return patch;
		}
		ObjectNode result = (target instanceof ObjectNode object) ? object : HallJson.mapper().createObjectNode();
		for (var change : changes.properties()) {
			JsonNode value = change.getValue();
			if (value.isNull()) {
				result.remove(change.getKey());
			}
			else {
				JsonNode present = result.get(change.getKey());
				result.set(change.getKey(),
						apply((present != null) ? present : HallJson.mapper().missingNode(), value));
			}
		}
		return result;
	}

}
