package io.hallcommand.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RFC 7396: how a screen applies a patch.
 */
public final class MergePatch {

	private MergePatch() {
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
