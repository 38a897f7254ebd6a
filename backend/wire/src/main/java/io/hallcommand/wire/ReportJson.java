package io.hallcommand.wire;

import java.time.Instant;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A device's report as a CloudEvents object in structured JSON.
 */
public final class ReportJson {

	/** Longest {@code id} and {@code source}, in characters. */
	public static final int MAX_KEY = 128;

	private ReportJson() {
	}

	/**
	 * What came of reading one event.
	 */
	public sealed interface Reading {

	}

	public record Read(Report report) implements Reading {
	}

	/**
	 * The event is malformed.
	 *
	 * @param id the event's id, as far as it could be read
	 */
	public record Refused(@Nullable String id, WireProblem problem) implements Reading {
	}

	/**
	 * Reads one event. Attributes that are not known are passed over, as CloudEvents
	 * wants it.
	 */
	public static Reading read(JsonNode event) {
		Fields fields = new Fields(event, "");
		String id = fields.text("id", MAX_KEY);
		String source = fields.text("source", MAX_KEY);
		String type = fields.text("type", MAX_KEY);
		Instant time = fields.optionalTime("time");
		if (source.equals(EventKey.HALL)) {
			fields.fail("source", "must not be '" + EventKey.HALL + "': that is the hall's own");
		}
		if (source.startsWith(EventKey.DESK)) {
			fields.fail("source", "must not begin with '" + EventKey.DESK + "': that is the officers' own");
		}
		String specVersion = fields.optionalText("specversion", 10);
		if (specVersion != null && !specVersion.equals("1.0")) {
			fields.fail("specversion", "is not 1.0");
		}
		String content = fields.optionalText("datacontenttype", 100);
		if (content != null && !content.startsWith("application/json")) {
			fields.fail("datacontenttype", "is not application/json");
		}
		JsonNode dataNode = fields.get("data");
		if (dataNode == null) {
			fields.fail("data", "is missing");
		}
		WireProblem problem = fields.problem();
		if (problem != null || dataNode == null) {
			return refused(event, (problem != null) ? problem : new WireProblem("data", "is missing"));
		}
		Fields data = new Fields(dataNode, "data.");
		HallEvent.Fact fact = FactJson.read(type, data);
		if (fact == null) {
			return refused(event, new WireProblem("type", "is not one of " + FactJson.TYPES));
		}
		problem = data.problem();
		if (problem != null) {
			return refused(event, problem);
		}
		return new Read(new Report(new EventKey(source, id), time, fact));
	}

	/**
	 * Writes a report as devices send it.
	 */
	public static ObjectNode write(Report report) {
		ObjectNode event = HallJson.mapper().createObjectNode();
		event.put("id", report.key().id());
		event.put("source", report.key().source());
		ObjectNode data = HallJson.mapper().createObjectNode();
		event.put("type", FactJson.write(report.fact(), data));
		if (report.deviceTime() != null) {
			event.put("time", report.deviceTime().toString());
		}
		event.set("data", data);
		return event;
	}

	private static Refused refused(JsonNode event, WireProblem problem) {
		JsonNode id = event.get("id");
		boolean readable = id != null && id.isString() && id.stringValue().length() <= MAX_KEY;
		return new Refused(readable ? id.stringValue() : null, problem);
	}

}
