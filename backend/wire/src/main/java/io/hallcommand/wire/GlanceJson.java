package io.hallcommand.wire;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON of a screen of many halls. A hall's part is written in two pieces, for they
 * come from two places and change at different times: what the plan says of it, and its
 * {@link Glance}.
 */
public final class GlanceJson extends ViewWriter {

	/**
	 * Belongs to what is written of a glance, which is kept: one of a lower number is
	 * drawn anew.
	 */
	public static final int FORMAT = 1;

	private static final int ROOM = 512;

	private GlanceJson(JsonGenerator json, ZoneId zone) {
		super(json, false, zone);
	}

	/**
	 * A glance as one object.
	 */
	public static String write(Glance glance) {
		return object((json) -> new GlanceJson(json, glance.timeZone()).glance(glance));
	}

	/**
	 * A hall as a region shows it.
	 * @param parent whether to name the hall above it, which the region itself does not
	 * show
	 * @param glance as written by {@link #write}; {@code null} if nothing is known
	 */
	public static String hall(HallPlan plan, boolean parent, @Nullable String glance) {
		String head = object((json) -> new GlanceJson(json, plan.timeZone()).head(plan, parent));
		return (glance == null || glance.length() <= 2) ? head
				: head.substring(0, head.length() - 1) + ',' + glance.substring(1);
	}

	/**
	 * The whole picture of a region.
	 * @param halls each as written by {@link #hall}
	 */
	public static String region(HallId region, long version, Instant at, Map<HallId, String> halls) {
		StringBuilder json = new StringBuilder(ROOM + halls.size() * 2 * ROOM);
		json.append("{\"region\":\"")
			.append(region)
			.append("\",\"version\":")
			.append(version)
			.append(",\"at\":\"")
			.append(at)
			.append("\",\"halls\":{");
		members(json, halls);
		return json.append("}}").toString();
	}

	/**
	 * What changed of a region, as a merge patch.
	 * @param halls what changed of each hall; {@code null} in JSON for one that is gone
	 */
	public static String patch(long version, Instant at, Map<HallId, String> halls) {
		StringBuilder json = new StringBuilder(ROOM + halls.size() * ROOM);
		json.append("{\"version\":").append(version).append(",\"at\":\"").append(at).append("\",\"halls\":{");
		members(json, halls);
		return json.append("}}").toString();
	}

	/** Ids of halls need no escapes. */
	private static void members(StringBuilder json, Map<HallId, String> halls) {
		for (Iterator<Map.Entry<HallId, String>> each = halls.entrySet().iterator(); each.hasNext();) {
			Map.Entry<HallId, String> hall = each.next();
			json.append('"').append(hall.getKey()).append("\":").append(hall.getValue());
			if (each.hasNext()) {
				json.append(',');
			}
		}
	}

	private static String object(Consumer<JsonGenerator> content) {
		StringWriter out = new StringWriter(ROOM);
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			json.writeStartObject();
			content.accept(json);
			json.writeEndObject();
		}
		return out.toString();
	}

	private void head(HallPlan plan, boolean parent) {
		label(plan.name());
		this.json.writeStringProperty("level", plan.level().name());
		if (parent && plan.parent() != null) {
			this.json.writeStringProperty("parent", plan.parent().value());
		}
		this.json.writeStringProperty("timeZone", plan.timeZone().getId());
	}

	private void glance(Glance glance) {
		time("at", glance.at());
		this.json.writeNumberProperty("waiting", glance.waiting());
		this.json.writeNumberProperty("served", glance.served());
		this.json.writeNumberProperty("openWindows", glance.openWindows());
		this.json.writeNumberProperty("totalWindows", glance.totalWindows());
		longest(glance.longest());
		this.json.writeObjectPropertyStart("alerts");
		this.json.writeNumberProperty("critical", glance.alerts().critical());
		this.json.writeNumberProperty("major", glance.alerts().major());
		this.json.writeNumberProperty("minor", glance.alerts().minor());
		this.json.writeEndObject();
		worst(glance.worst());
		this.json.writeObjectPropertyStart("emergencies");
		glance.emergencies().forEach(this::emergency);
		this.json.writeEndObject();
		time("heardAt", glance.heardAt());
		time("silentFrom", glance.silentFrom());
	}

	private void longest(Glance.@Nullable Longest longest) {
		if (longest != null) {
			this.json.writeObjectPropertyStart("longest");
			label("queue", longest.queue());
			time("since", longest.since());
			this.json.writeNumberProperty("limitSeconds", longest.limitSeconds());
			this.json.writeEndObject();
		}
	}

	private void worst(Glance.@Nullable Worst worst) {
		if (worst == null) {
			return;
		}
		this.json.writeObjectPropertyStart("worst");
		this.json.writeStringProperty("severity", worst.severity().name());
		this.json.writeStringProperty("rule", worst.kind().name());
		this.json.writePOJOProperty("subject", AlertJson.subject(worst.subject()));
		Label label = worst.label();
		if (label != null) {
			label("label", label);
		}
		time("since", worst.since());
		this.json.writeBooleanProperty("unclaimed", worst.unclaimed());
		text("person", worst.person());
		this.json.writeEndObject();
	}

	private void emergency(Glance.Running emergency) {
		this.json.writeObjectPropertyStart(emergency.id().value());
		this.json.writeStringProperty("kind", emergency.kind().name());
		this.json.writeBooleanProperty("drill", emergency.drill());
		label("headline", emergency.headline());
		this.json.writeStringProperty("severity", emergency.severity().name());
		this.json.writeStringProperty("instruction", emergency.instruction().name());
		this.json.writeBooleanProperty("ending", emergency.ending());
		this.json.writeBooleanProperty("over", false);
		time("since", emergency.since());
		this.json.writeEndObject();
	}

}
