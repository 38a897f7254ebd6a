package io.hallcommand.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertTexts;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Reach;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.TaskKind;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events in the life of alerts by their names on the wire, and their data.
 */
public final class AlertJson {

	/** All types of events. */
	public static final Set<String> TYPES = Set.of("alert.raised", "alert.changed", "alert.returned", "alert.cleared",
			"alert.acknowledged", "alert.noted", "alert.assigned", "alert.shelved", "alert.unshelved",
			"alert.escalated", "alert.reminded", "alert.holdPlaced", "alert.holdLifted");

	private AlertJson() {
	}

	/** Writes the event's data and returns its type. */
	static String write(AlertEvent event, ObjectNode data) {
		if (event instanceof AlertEvent.OfOne one) {
			data.put("alert", one.alert().toString());
		}
		return switch (event) {
			case AlertEvent.Raised raised -> {
				data.put("rule", raised.cause().rule());
				data.put("kind", raised.kind().name());
				data.set("subject", subject(raised.cause().subject()));
				texts(data, "zones", raised.zones());
				data.set("guidance", HallJson.mapper().valueToTree(raised.texts().guidance()));
				data.put("basis", raised.texts().basis());
				data.put("unit", raised.unit().name());
				reach(data, raised.reach());
				data.put("announced", raised.announced());
				yield "alert.raised";
			}
			case AlertEvent.Changed changed -> {
				reach(data, changed.reach());
				data.put("rising", changed.rising());
				data.put("announced", changed.announced());
				yield "alert.changed";
			}
			case AlertEvent.Returned returned -> {
				reach(data, returned.reach());
				data.put("announced", returned.announced());
				yield "alert.returned";
			}
			case AlertEvent.Cleared cleared -> {
				data.put("reason", cleared.reason().name());
				data.put("worst", cleared.worst());
				data.put("closed", cleared.closed());
				yield "alert.cleared";
			}
			case AlertEvent.Acknowledged acknowledged -> {
				data.put("actor", acknowledged.actor());
				put(data, "note", acknowledged.note());
				data.put("closed", acknowledged.closed());
				yield "alert.acknowledged";
			}
			case AlertEvent.Noted noted -> {
				data.put("actor", noted.actor());
				data.put("note", noted.note());
				yield "alert.noted";
			}
			case AlertEvent.Assigned assigned -> {
				data.put("actor", assigned.actor());
				data.put("to", assigned.to());
				put(data, "note", assigned.note());
				data.put("handover", assigned.handover());
				yield "alert.assigned";
			}
			case AlertEvent.Shelved shelved -> {
				data.put("actor", shelved.actor());
				data.put("until", shelved.until().toString());
				data.put("reason", shelved.reason());
				yield "alert.shelved";
			}
			case AlertEvent.Unshelved unshelved -> {
				put(data, "actor", unshelved.actor());
				data.put("reason", unshelved.reason().name());
				put(data, "note", unshelved.note());
				data.put("closed", unshelved.closed());
				yield "alert.unshelved";
			}
			case AlertEvent.Escalated escalated -> {
				data.put("step", escalated.step());
				data.put("to", escalated.to().name());
				yield "alert.escalated";
			}
			case AlertEvent.Reminded reminded -> {
				data.put("times", reminded.times());
				data.put("to", reminded.to());
				yield "alert.reminded";
			}
			case AlertEvent.HoldPlaced placed -> {
				hold(data, placed.hold());
				yield "alert.holdPlaced";
			}
			case AlertEvent.HoldLifted lifted -> {
				data.put("hold", lifted.hold());
				data.put("actor", lifted.actor());
				yield "alert.holdLifted";
			}
		};
	}

	/**
	 * Reads what {@link #write} wrote.
	 * @throws RuntimeException if it is something else
	 */
	static AlertEvent read(String type, JsonNode data) {
		return switch (type) {
			case "alert.raised" ->
				new AlertEvent.Raised(id(data), new Cause(text(data, "rule"), subject(data.required("subject"))),
						AlertKind.valueOf(text(data, "kind")), Unit.valueOf(text(data, "unit")),
						texts(data, "zones").stream().map(HallZoneId::new).toList(),
						new AlertTexts(label(data, "guidance"), text(data, "basis")), reach(data), announced(data));
			case "alert.changed" ->
				new AlertEvent.Changed(id(data), reach(data), data.required("rising").booleanValue(), announced(data));
			case "alert.returned" -> new AlertEvent.Returned(id(data), reach(data), announced(data));
			case "alert.cleared" ->
				new AlertEvent.Cleared(id(data), AlertEvent.Cleared.Reason.valueOf(text(data, "reason")),
						data.required("worst").doubleValue(), data.required("closed").booleanValue());
			case "alert.acknowledged" -> new AlertEvent.Acknowledged(id(data), text(data, "actor"), any(data, "note"),
					data.required("closed").booleanValue());
			case "alert.noted" -> new AlertEvent.Noted(id(data), text(data, "actor"), text(data, "note"));
			case "alert.assigned" -> new AlertEvent.Assigned(id(data), text(data, "actor"), text(data, "to"),
					any(data, "note"), data.required("handover").booleanValue());
			case "alert.shelved" -> new AlertEvent.Shelved(id(data), text(data, "actor"),
					Instant.parse(text(data, "until")), text(data, "reason"));
			case "alert.unshelved" -> new AlertEvent.Unshelved(id(data), any(data, "actor"),
					AlertEvent.Unshelved.Reason.valueOf(text(data, "reason")), any(data, "note"),
					data.required("closed").booleanValue());
			case "alert.escalated" ->
				new AlertEvent.Escalated(id(data), data.required("step").intValue(), Duty.valueOf(text(data, "to")));
			case "alert.reminded" ->
				new AlertEvent.Reminded(id(data), data.required("times").intValue(), text(data, "to"));
			case "alert.holdPlaced" -> new AlertEvent.HoldPlaced(hold(data));
			case "alert.holdLifted" -> new AlertEvent.HoldLifted(text(data, "hold"), text(data, "actor"));
			default -> throw new IllegalArgumentException("No event of alerts: " + type);
		};
	}

	/** An alert's subject, as an object. */
	public static ObjectNode subject(Subject subject) {
		ObjectNode node = HallJson.mapper().createObjectNode();
		switch (subject) {
			case Subject.Hall hall -> node.put("hall", true);
			case Subject.Queue queue -> node.put("queue", queue.id().value());
			case Subject.Window window -> node.put("window", window.id().value());
			case Subject.Source source -> node.put("source", source.id());
			case Subject.Task task -> node.put("emergency", task.emergency().value())
				.put("task", task.task())
				.put("taskKind", task.kind().name())
				.put("drill", task.drill());
			case Subject.Below below -> node.put("hall", below.hall()).put("alert", below.alert().toString());
		}
		return node;
	}

	private static Subject subject(JsonNode node) {
		if (node.get("queue") instanceof JsonNode queue) {
			return new Subject.Queue(new QueueId(queue.stringValue()));
		}
		if (node.get("window") instanceof JsonNode window) {
			return new Subject.Window(new WindowId(window.stringValue()));
		}
		if (node.get("emergency") instanceof JsonNode emergency) {
			return new Subject.Task(new EmergencyId(emergency.stringValue()), TaskKind.valueOf(text(node, "taskKind")),
					text(node, "task"), node.required("drill").booleanValue());
		}
		if (node.get("alert") instanceof JsonNode alert) {
			return new Subject.Below(text(node, "hall"), AlertId.parse(alert.stringValue()));
		}
		return (node.get("source") instanceof JsonNode source) ? new Subject.Source(source.stringValue())
				: new Subject.Hall();
	}

	private static void reach(ObjectNode data, Reach reach) {
		data.put("level", reach.level());
		data.put("severity", reach.severity().name());
		data.set("title", HallJson.mapper().valueToTree(reach.title()));
		data.put("since", reach.since().toString());
		if (reach.onset() != null) {
			data.put("onset", reach.onset().toString());
		}
		data.put("threshold", reach.threshold());
		data.put("value", reach.value());
		data.put("count", reach.count());
		if (reach.ticket() != null) {
			data.put("ticket", reach.ticket().value());
		}
		if (reach.window() != null) {
			data.putObject("proposal").put("window", reach.window().value());
		}
	}

	private static Reach reach(JsonNode data) {
		String onset = any(data, "onset");
		String ticket = any(data, "ticket");
		String window = any(data.path("proposal"), "window");
		return new Reach(data.required("level").intValue(), Severity.valueOf(text(data, "severity")),
				label(data, "title"), Instant.parse(text(data, "since")), (onset != null) ? Instant.parse(onset) : null,
				data.required("threshold").doubleValue(), data.required("value").doubleValue(),
				data.required("count").intValue(), (ticket != null) ? new TicketId(ticket) : null,
				(window != null) ? new WindowId(window) : null);
	}

	private static void hold(ObjectNode data, Hold hold) {
		data.put("hold", hold.id());
		data.put("kind", hold.kind().name());
		texts(data, "zones", hold.scope().zones());
		texts(data, "queues", hold.scope().queues());
		texts(data, "windows", hold.scope().windows());
		texts(data, "sources", hold.scope().sources());
		texts(data, "rules", hold.rules());
		data.put("reason", hold.reason());
		data.put("actor", hold.by());
		data.put("since", hold.since().toString());
	}

	private static Hold hold(JsonNode data) {
		Scope scope = new Scope(texts(data, "zones").stream().map(HallZoneId::new).toList(),
				texts(data, "queues").stream().map(QueueId::new).toList(),
				texts(data, "windows").stream().map(WindowId::new).toList(), texts(data, "sources"));
		return new Hold(text(data, "hold"), Hold.Kind.valueOf(text(data, "kind").toUpperCase(Locale.ROOT)), scope,
				texts(data, "rules"), text(data, "reason"), text(data, "actor"), Instant.parse(text(data, "since")));
	}

	private static boolean announced(JsonNode data) {
		return data.path("announced").asBoolean(true);
	}

	private static AlertId id(JsonNode data) {
		return AlertId.parse(text(data, "alert"));
	}

	private static Label label(JsonNode data, String field) {
		JsonNode node = data.required(field);
		return new Label(text(node, "zh"), text(node, "en"));
	}

	private static void put(ObjectNode data, String field, @Nullable String value) {
		if (value != null) {
			data.put(field, value);
		}
	}

	private static void texts(ObjectNode data, String field, List<?> values) {
		ArrayNode array = data.putArray(field);
		values.forEach((value) -> array.add(value.toString()));
	}

	private static List<String> texts(JsonNode data, String field) {
		List<String> texts = new ArrayList<>();
		data.required(field).forEach((node) -> texts.add(node.stringValue()));
		return texts;
	}

	private static String text(JsonNode data, String field) {
		return data.required(field).stringValue();
	}

	private static @Nullable String any(JsonNode data, String field) {
		return data.path(field).stringValue(null);
	}

}
