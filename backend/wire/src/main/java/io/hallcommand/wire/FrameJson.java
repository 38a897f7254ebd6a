package io.hallcommand.wire;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallPatch;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.QueueView;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.core.queue.WaitingTicket;
import io.hallcommand.core.window.Call;
import io.hallcommand.core.window.ServiceWindow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes views and patches: a view leaves out what is absent, a patch says {@code null},
 * which deletes it (RFC 7396). Written by hand because every frame of every hall passes
 * here.
 */
public final class FrameJson extends ViewWriter {

	private final AlertWriter alerts;

	private final EmergencyWriter emergencies;

	private final TodayWriter today;

	private FrameJson(JsonGenerator json, HallFrame frame) {
		super(json, frame instanceof HallPatch, frame.plan().timeZone());
		this.alerts = new AlertWriter(json, this.patch, this.zone);
		this.emergencies = new EmergencyWriter(json, this.patch, this.zone);
		this.today = new TodayWriter(json, this.patch, this.zone);
	}

	public static void write(HallFrame frame, OutputStream out) {
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			new FrameJson(json, frame).frame(frame);
		}
	}

	/**
	 * Writes a hall's alerts, holds and roster alone.
	 */
	public static void writeAlerts(HallView view, OutputStream out) {
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			FrameJson writer = new FrameJson(json, view);
			json.writeStartObject();
			json.writeStringProperty("hall", view.plan().hall().value());
			writer.head(view);
			writer.alerts.alerts(view.alerts());
			writer.duty(view.holds(), view.shifts());
			json.writeEndObject();
		}
	}

	/**
	 * One alert with its id; times are UTC.
	 */
	public static ObjectNode alertJson(Alert alert) {
		return tree((json) -> {
			json.writeStringProperty("id", alert.id().toString());
			new AlertWriter(json, false, ZoneOffset.UTC).alert(alert);
		});
	}

	/**
	 * Writes a hall's emergencies, planned drills and those of halls below alone.
	 */
	public static ObjectNode emergenciesJson(HallView view) {
		return tree((json) -> {
			EmergencyWriter writer = new EmergencyWriter(json, false, view.plan().timeZone());
			writer.emergencies(view.emergencies());
			writer.drills(view.drills());
			writer.below(view.below());
		});
	}

	/**
	 * One emergency with its id.
	 * @param zone whose offset times are written with
	 */
	public static ObjectNode emergencyJson(Emergency emergency, ZoneId zone) {
		return tree((json) -> {
			json.writeStringProperty("id", emergency.id().value());
			new EmergencyWriter(json, false, zone).emergency(emergency);
		});
	}

	/**
	 * Writes emergencies that the journal does not have yet.
	 */
	public static void writeUnrecorded(Unrecorded unrecorded, OutputStream out) {
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			EmergencyWriter writer = new EmergencyWriter(json, false, unrecorded.zone());
			json.writeStartObject();
			writer.time("at", unrecorded.at());
			SequencedMap<EmergencyId, @Nullable Emergency> emergencies = new LinkedHashMap<>();
			unrecorded.emergencies().forEach((emergency) -> emergencies.put(emergency.id(), emergency));
			writer.emergencies(emergencies);
			json.writeEndObject();
		}
	}

	static ObjectNode tree(Consumer<JsonGenerator> content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			json.writeStartObject();
			content.accept(json);
			json.writeEndObject();
		}
		return (ObjectNode) HallJson.mapper().readTree(out.toByteArray());
	}

	private void frame(HallFrame frame) {
		this.json.writeStartObject();
		switch (frame) {
			case HallView view -> view(view);
			case HallPatch patch -> patch(patch);
		}
		this.json.writeEndObject();
	}

	private void view(HallView view) {
		HallPlan plan = view.plan();
		this.json.writeStringProperty("hall", plan.hall().value());
		head(view);
		label(plan.name());
		this.json.writeStringProperty("level", plan.level().name());
		this.json.writeStringProperty("timeZone", plan.timeZone().getId());
		this.json.writeStringProperty("clock", plan.clock().name());
		hours(view.hours());
		zones(plan);
		exits(plan);
		this.json.writeObjectPropertyStart("queues");
		int order = 0;
		for (HallPlan.Queue queue : plan.queues()) {
			this.json.writeObjectPropertyStart(queue.id().value());
			label(queue.name());
			this.json.writeStringProperty("prefix", queue.prefix());
			this.json.writeNumberProperty("order", order++);
			this.json.writeNumberProperty("waitLimitSeconds", queue.waitLimitSeconds());
			this.json.writeNumberProperty("serviceLimitSeconds", queue.serviceLimitSeconds());
			queue(view.queues().get(queue.id()));
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
		this.json.writeObjectPropertyStart("windows");
		order = 0;
		for (HallPlan.Window window : plan.windows()) {
			this.json.writeObjectPropertyStart(window.id().value());
			label(window.name());
			this.json.writeStringProperty("zone", window.zone().value());
			this.json.writeStringProperty("kind", window.kind().name());
			this.json.writeNumberProperty("order", order++);
			position(window.position());
			window(view.windows().get(window.id()));
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
		this.alerts.alerts(view.alerts());
		duty(view.holds(), view.shifts());
		this.emergencies.emergencies(view.emergencies());
		this.emergencies.drills(view.drills());
		this.emergencies.below(view.below());
		this.today.today(view.today());
	}

	private void patch(HallPatch patch) {
		head(patch);
		if (!patch.queues().isEmpty()) {
			this.json.writeObjectPropertyStart("queues");
			patch.queues().forEach((id, queue) -> {
				this.json.writeObjectPropertyStart(id.value());
				queue(queue);
				this.json.writeEndObject();
			});
			this.json.writeEndObject();
		}
		if (!patch.windows().isEmpty()) {
			this.json.writeObjectPropertyStart("windows");
			patch.windows().forEach((id, window) -> {
				this.json.writeObjectPropertyStart(id.value());
				window(window);
				this.json.writeEndObject();
			});
			this.json.writeEndObject();
		}
		if (!patch.alerts().isEmpty()) {
			this.alerts.alerts(patch.alerts());
		}
		if (!patch.holds().isEmpty()) {
			holds(patch.holds());
		}
		if (!patch.emergencies().isEmpty()) {
			this.emergencies.emergencies(patch.emergencies());
		}
		this.today.today(patch.today());
	}

	private void holds(SequencedMap<String, @Nullable Hold> holds) {
		this.json.writeObjectPropertyStart("holds");
		holds.forEach((id, hold) -> {
			if (hold == null) {
				this.json.writeNullProperty(id);
			}
			else {
				hold(hold);
			}
		});
		this.json.writeEndObject();
	}

	private void hold(Hold hold) {
		this.json.writeObjectPropertyStart(hold.id());
		this.json.writeStringProperty("kind", hold.kind().name());
		texts("zones", hold.scope().zones());
		texts("queues", hold.scope().queues());
		texts("windows", hold.scope().windows());
		texts("rules", hold.rules());
		this.json.writeStringProperty("reason", hold.reason());
		this.json.writeStringProperty("by", hold.by());
		time("since", hold.since());
		this.json.writeEndObject();
	}

	private void duty(List<Hold> holds, List<Shift> shifts) {
		SequencedMap<String, @Nullable Hold> byId = new LinkedHashMap<>();
		holds.forEach((hold) -> byId.put(hold.id(), hold));
		holds(byId);
		this.json.writeObjectPropertyStart("duty");
		for (Shift shift : shifts) {
			this.json.writeObjectPropertyStart(shift.id());
			this.json.writeStringProperty("user", shift.user());
			this.json.writeStringProperty("name", shift.name());
			this.json.writeStringProperty("role", shift.role().name());
			texts("zones", shift.zones());
			time("from", shift.from());
			time("until", shift.until());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	private void head(HallFrame frame) {
		this.json.writeNumberProperty("version", frame.version());
		time("at", frame.at());
	}

	private void hours(OpeningHours hours) {
		if (hours.spans().isEmpty()) {
			return;
		}
		this.json.writeArrayPropertyStart("hours");
		for (OpeningHours.Span span : hours.spans()) {
			this.json.writeStartObject();
			texts("days", span.days());
			this.json.writeStringProperty("from", span.from().toString());
			this.json.writeStringProperty("until", span.until().toString());
			this.json.writeEndObject();
		}
		this.json.writeEndArray();
	}

	private void zones(HallPlan plan) {
		this.json.writeObjectPropertyStart("zones");
		int order = 0;
		for (HallPlan.Zone zone : plan.zones()) {
			this.json.writeObjectPropertyStart(zone.id().value());
			label(zone.name());
			this.json.writeNumberProperty("order", order++);
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	private void exits(HallPlan plan) {
		this.json.writeObjectPropertyStart("exits");
		int order = 0;
		for (HallPlan.Exit exit : plan.exits()) {
			this.json.writeObjectPropertyStart(exit.id());
			label(exit.name());
			this.json.writeNumberProperty("order", order++);
			position(exit.position());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
		if (plan.assembly() != null) {
			label("assembly", plan.assembly());
		}
	}

	private void queue(@Nullable QueueView queue) {
		if (queue == null) {
			return;
		}
		this.json.writeNumberProperty("waiting", queue.waiting());
		time("longestWaitSince", queue.longestWaitSince());
		number("expectedWaitSeconds", queue.expectedWaitSeconds());
		this.json.writeNumberProperty("openWindows", queue.openWindows());
		this.json.writeNumberProperty("totalWindows", queue.totalWindows());
		this.json.writeBooleanProperty("suspended", queue.suspendedSince() != null);
		time("suspendedSince", queue.suspendedSince());
		figures(queue.figures());
		if (this.patch && queue.tickets().isEmpty()) {
			return;
		}
		this.json.writeObjectPropertyStart("tickets");
		queue.tickets().forEach((id, ticket) -> ticket(id.value(), ticket));
		this.json.writeEndObject();
	}

	private void ticket(String id, @Nullable WaitingTicket ticket) {
		if (ticket == null) {
			this.json.writeNullProperty(id);
			return;
		}
		this.json.writeObjectPropertyStart(id);
		time("since", ticket.since());
		this.json.writeStringProperty("priority", ticket.priority().name());
		this.json.writeEndObject();
	}

	private void window(@Nullable ServiceWindow window) {
		if (window == null) {
			return;
		}
		this.json.writeStringProperty("status", window.status().name());
		time("since", window.statusSince());
		text("ticket", (window.ticket() != null) ? window.ticket().value() : null);
		text("staff", window.staff());
		this.json.writeBooleanProperty("staffAway", window.awaySince() != null);
		time("awaySince", window.awaySince());
		text("reason", window.reason());
		this.json.writeArrayPropertyStart("queues");
		window.queues().forEach((queue) -> this.json.writeString(queue.value()));
		this.json.writeEndArray();
		call(window.lastCall());
	}

	private void call(@Nullable Call call) {
		if (call != null) {
			this.json.writeObjectPropertyStart("lastCall");
			this.json.writeStringProperty("ticket", call.ticket().value());
			this.json.writeStringProperty("queue", call.queue().value());
			time("at", call.at());
			this.json.writeNumberProperty("times", call.times());
			this.json.writeEndObject();
		}
		else if (this.patch) {
			this.json.writeNullProperty("lastCall");
		}
	}

	private void position(HallPlan.@Nullable Position position) {
		if (position != null) {
			this.json.writeObjectPropertyStart("position");
			this.json.writeNumberProperty("x", position.x());
			this.json.writeNumberProperty("y", position.y());
			this.json.writeEndObject();
		}
	}

}
