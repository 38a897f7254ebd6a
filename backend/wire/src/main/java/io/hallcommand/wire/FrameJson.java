package io.hallcommand.wire;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Care;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Reach;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallPatch;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Interval;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.hall.QueueView;
import io.hallcommand.core.hall.TodayView;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.WaitingTicket;
import io.hallcommand.core.window.ServiceWindow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes views and patches: a view leaves out what is absent, a patch says {@code null},
 * which deletes it (RFC 7396). Written by hand because every frame of every hall passes
 * here.
 */
public final class FrameJson {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

	private final JsonGenerator json;

	private final boolean patch;

	private final ZoneId zone;

	private FrameJson(JsonGenerator json, ZoneId zone) {
		this.json = json;
		this.patch = false;
		this.zone = zone;
	}

	private FrameJson(JsonGenerator json, HallFrame frame) {
		this.json = json;
		this.patch = frame instanceof HallPatch;
		this.zone = frame.plan().timeZone();
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
			FrameJson writer = new FrameJson(json, view.plan().timeZone());
			json.writeStartObject();
			json.writeStringProperty("hall", view.plan().hall().value());
			writer.head(view);
			writer.alerts(view.alerts());
			writer.duty(view.holds(), view.shifts());
			json.writeEndObject();
		}
	}

	/**
	 * One alert with its id; times are UTC.
	 */
	public static ObjectNode alertJson(Alert alert) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
		try (JsonGenerator json = HallJson.mapper().createGenerator(out)) {
			FrameJson writer = new FrameJson(json, ZoneOffset.UTC);
			json.writeStartObject();
			json.writeStringProperty("id", alert.id().toString());
			writer.alert(alert);
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
		zones(plan);
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
		alerts(view.alerts());
		duty(view.holds(), view.shifts());
		this.json.writeObjectPropertyStart("emergencies");
		this.json.writeEndObject();
		today(view.today());
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
			alerts(patch.alerts());
		}
		today(patch.today());
	}

	private void alerts(SequencedMap<AlertId, @Nullable Alert> alerts) {
		this.json.writeObjectPropertyStart("alerts");
		alerts.forEach((id, alert) -> {
			if (alert == null) {
				this.json.writeNullProperty(id.toString());
			}
			else {
				this.json.writeObjectPropertyStart(id.toString());
				alert(alert);
				this.json.writeEndObject();
			}
		});
		this.json.writeEndObject();
	}

	private void alert(Alert alert) {
		Reach reach = alert.reach();
		Care care = alert.care();
		this.json.writeStringProperty("rule", alert.cause().rule());
		this.json.writeStringProperty("kind", alert.kind().name());
		this.json.writeStringProperty("severity", alert.severity().name());
		this.json.writeBooleanProperty("active", alert.active());
		this.json.writePOJOProperty("subject", AlertJson.subject(alert.cause().subject()));
		texts("zones", alert.zones());
		label("title", reach.title());
		label("guidance", alert.texts().guidance());
		this.json.writeStringProperty("basis", alert.texts().basis());
		time("raisedAt", alert.raisedAt());
		time("since", reach.since());
		time("onset", reach.onset());
		this.json.writeNumberProperty("threshold", reach.threshold());
		this.json.writeStringProperty("unit", alert.unit().name());
		this.json.writeNumberProperty("value", reach.value());
		this.json.writeNumberProperty("worst", alert.worst());
		this.json.writeNumberProperty("count", reach.count());
		this.json.writeNumberProperty("occurrences", alert.occurrences());
		text("ticket", (reach.ticket() != null) ? reach.ticket().value() : null);
		if (reach.window() != null) {
			this.json.writeObjectPropertyStart("proposal");
			this.json.writeStringProperty("window", reach.window().value());
			this.json.writeEndObject();
		}
		else if (this.patch) {
			this.json.writeNullProperty("proposal");
		}
		Care.Signature acknowledged = care.acknowledged();
		text("acknowledgedBy", (acknowledged != null) ? acknowledged.by() : null);
		time("acknowledgedAt", (acknowledged != null) ? acknowledged.at() : null);
		text("assignee", care.assignee());
		Care.Note note = care.note();
		text("note", (note != null) ? note.text() : null);
		text("noteBy", (note != null) ? note.by() : null);
		time("notedAt", (note != null) ? note.at() : null);
		this.json.writeNumberProperty("escalation", care.step());
		Care.Escalation escalated = care.escalated();
		text("escalatedTo", (escalated != null) ? escalated.to().name() : null);
		time("escalatedAt", (escalated != null) ? escalated.at() : null);
		this.json.writeNumberProperty("reminders", care.reminders());
		time("clearedAt", alert.clearedAt());
		state(alert.state());
	}

	private void state(AlertState state) {
		AlertState.Shelved shelved = (state instanceof AlertState.Shelved is) ? is : null;
		AlertState.Held held = (state instanceof AlertState.Held is) ? is : null;
		AlertState.Closed closed = (state instanceof AlertState.Closed is) ? is : null;
		this.json.writeStringProperty("state", switch (state) {
			case AlertState.Unacknowledged is -> "UNACKNOWLEDGED";
			case AlertState.Acknowledged is -> "ACKNOWLEDGED";
			case AlertState.Cleared is -> "CLEARED";
			case AlertState.Shelved is -> "SHELVED";
			case AlertState.Held is -> kindOf(is);
			case AlertState.Closed is -> "CLOSED";
		});
		text("shelvedBy", (shelved != null) ? shelved.by() : null);
		time("shelvedUntil", (shelved != null) ? shelved.until() : null);
		text("shelvedReason", (shelved != null) ? shelved.reason() : null);
		text("heldBy", (held != null) ? held.hold() : null);
		time("closedAt", (closed != null) ? closed.at() : null);
	}

	private static String kindOf(AlertState.Held held) {
		return held.kind().name();
	}

	private void duty(List<Hold> holds, List<Shift> shifts) {
		this.json.writeObjectPropertyStart("holds");
		for (Hold hold : holds) {
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
		this.json.writeEndObject();
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

	private void queue(@Nullable QueueView queue) {
		if (queue == null) {
			return;
		}
		this.json.writeNumberProperty("waiting", queue.waiting());
		time("longestWaitSince", queue.longestWaitSince());
		number("expectedWaitSeconds", queue.expectedWaitSeconds());
		this.json.writeNumberProperty("openWindows", queue.openWindows());
		this.json.writeNumberProperty("totalWindows", queue.totalWindows());
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
		time("since", window.since());
		text("ticket", (window.ticket() != null) ? window.ticket().value() : null);
		text("staff", window.staff());
		this.json.writeBooleanProperty("staffAway", window.awaySince() != null);
		time("awaySince", window.awaySince());
		text("reason", window.reason());
		this.json.writeArrayPropertyStart("queues");
		window.queues().forEach((queue) -> this.json.writeString(queue.value()));
		this.json.writeEndArray();
	}

	private void today(TodayView today) {
		this.json.writeObjectPropertyStart("today");
		text("date", (today.date() != null) ? today.date().toString() : null);
		figures(today.total());
		this.json.writeNumberProperty("unresolved", today.total().unresolved());
		this.json.writeNumberProperty("waiting", today.waiting());
		number("averageWaitSeconds", today.averageWaitSeconds());
		number("p90WaitSeconds", today.p90WaitSeconds());
		number("averageServiceSeconds", today.averageServiceSeconds());
		number("onTimeRate", today.onTimeRate());
		this.json.writeNumberProperty("anomalies", today.anomalies());
		if (!this.patch || !today.intervals().isEmpty()) {
			intervals(today.intervals());
		}
		this.json.writeEndObject();
	}

	private void intervals(SequencedMap<LocalTime, Interval> intervals) {
		this.json.writeObjectPropertyStart("intervals");
		intervals.forEach((time, interval) -> {
			this.json.writeObjectPropertyStart(time.toString());
			this.json.writeNumberProperty("issued", interval.issued());
			this.json.writeNumberProperty("served", interval.served());
			this.json.writeNumberProperty("waiting", interval.waiting());
			this.json.writeEndObject();
		});
		this.json.writeEndObject();
	}

	private void figures(QueueFigures figures) {
		this.json.writeNumberProperty("issued", figures.issued());
		this.json.writeNumberProperty("served", figures.served());
		this.json.writeNumberProperty("abandoned", figures.abandoned());
		this.json.writeNumberProperty("noShows", figures.noShows());
	}

	private void position(HallPlan.@Nullable Position position) {
		if (position != null) {
			this.json.writeObjectPropertyStart("position");
			this.json.writeNumberProperty("x", position.x());
			this.json.writeNumberProperty("y", position.y());
			this.json.writeEndObject();
		}
	}

	private void texts(String name, List<?> values) {
		this.json.writeArrayPropertyStart(name);
		values.forEach((value) -> this.json.writeString(value.toString()));
		this.json.writeEndArray();
	}

	private void label(Label label) {
		label("name", label);
	}

	private void label(String name, Label label) {
		this.json.writeObjectPropertyStart(name);
		this.json.writeStringProperty("zh", label.zh());
		this.json.writeStringProperty("en", label.en());
		this.json.writeEndObject();
	}

	private void time(String name, @Nullable Instant time) {
		text(name, (time != null) ? TIME.format(ZonedDateTime.ofInstant(time, this.zone)) : null);
	}

	private void text(String name, @Nullable String value) {
		if (value != null) {
			this.json.writeStringProperty(name, value);
		}
		else if (this.patch) {
			this.json.writeNullProperty(name);
		}
	}

	private void number(String name, @Nullable Number value) {
		if (value instanceof Long whole) {
			this.json.writeNumberProperty(name, whole.longValue());
		}
		else if (value != null) {
			this.json.writeNumberProperty(name, value.doubleValue());
		}
		else if (this.patch) {
			this.json.writeNullProperty(name);
		}
	}

}
