package io.hallcommand.wire;

import java.time.ZoneId;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Care;
import io.hallcommand.core.alert.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes alerts as screens get them.
 */
final class AlertWriter extends ViewWriter {

	AlertWriter(JsonGenerator json, boolean patch, ZoneId zone) {
		super(json, patch, zone);
	}

	void alerts(SequencedMap<AlertId, @Nullable Alert> alerts) {
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

	void alert(Alert alert) {
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

}
