package io.hallcommand.wire;

import java.time.Instant;

import io.hallcommand.core.hall.Anomaly;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.JournalEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of the journal, as it is exported and as nodes send it to each other.
 */
public final class EntryJson {

	private EntryJson() {
	}

	public static ObjectNode write(JournalEntry entry) {
		ObjectNode line = HallJson.mapper().createObjectNode();
		ObjectNode data = HallJson.mapper().createObjectNode();
		line.put("version", entry.version());
		line.put("id", entry.key().id());
		line.put("source", entry.key().source());
		line.put("type", EventJson.write(entry.event(), data));
		line.put("time", entry.time().toString());
		if (entry.deviceTime() != null) {
			line.put("deviceTime", entry.deviceTime().toString());
		}
		line.put("recordedAt", entry.recordedAt().toString());
		line.set("data", data);
		Anomaly anomaly = entry.anomaly();
		if (anomaly != null) {
			line.putObject("anomaly")
				.put("kind", anomaly.kind().name())
				.put("applied", anomaly.applied())
				.put("detail", anomaly.detail());
		}
		return line;
	}

	/**
	 * Reads what {@link #write} wrote.
	 * @throws RuntimeException if it is something else
	 */
	public static JournalEntry read(JsonNode line) {
		String deviceTime = line.path("deviceTime").stringValue(null);
		return new JournalEntry(line.required("version").longValue(),
				new EventKey(line.required("source").stringValue(), line.required("id").stringValue()),
				Instant.parse(line.required("time").stringValue()),
				(deviceTime != null) ? Instant.parse(deviceTime) : null,
				Instant.parse(line.required("recordedAt").stringValue()),
				EventJson.read(line.required("type").stringValue(), line.required("data")),
				anomaly(line.get("anomaly")));
	}

	private static @Nullable Anomaly anomaly(@Nullable JsonNode node) {
		return (node == null || node.isNull()) ? null
				: new Anomaly(Anomaly.Kind.valueOf(node.required("kind").stringValue()),
						node.required("applied").booleanValue(), node.required("detail").stringValue());
	}

}
