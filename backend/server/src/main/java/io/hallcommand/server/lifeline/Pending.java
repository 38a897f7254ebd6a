package io.hallcommand.server.lifeline;

import java.time.Instant;

import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.live.Urgent;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.ReportJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something urgent that is to be written into a hall's journal.
 */
record Pending(HallId hall, Urgent urgent) {

	/** Names it among all halls' urgent things. */
	String name() {
		return this.hall + "\n" + this.urgent.key().source() + "\n" + this.urgent.key().id();
	}

	ObjectNode json() {
		ObjectNode json = HallJson.mapper().createObjectNode().put("hall", this.hall.value());
		switch (this.urgent) {
			case Urgent.Ordered ordered -> {
				json.put("actor", ordered.actor()).put("id", ordered.id()).put("said", ordered.said().toString());
				json.set("order", HallJson.mapper().valueToTree(ordered.order()));
			}
			case Urgent.Signalled signalled -> json.set("report", ReportJson.write(signalled.report()));
		}
		return json;
	}

	/**
	 * Reads what {@link #json} gave.
	 * @throws RuntimeException if it is something else
	 */
	static Pending of(JsonNode json) {
		HallId hall = new HallId(json.required("hall").stringValue());
		if (!json.has("report")) {
			return new Pending(hall,
					new Urgent.Ordered(HallJson.mapper().treeToValue(json.required("order"), EmergencyOrder.class),
							json.required("actor").stringValue(), json.required("id").stringValue(),
							Instant.parse(json.required("said").stringValue())));
		}
		if (ReportJson.read(json.required("report")) instanceof ReportJson.Read read) {
			return new Pending(hall, new Urgent.Signalled(read.report()));
		}
		throw new IllegalArgumentException("No report of a device: " + json);
	}

}
