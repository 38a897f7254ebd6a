package io.hallcommand.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;

import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.Counts;
import io.hallcommand.core.emergency.Declaration;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.emergency.Finding;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.Papers;
import io.hallcommand.core.emergency.PlannedDrill;
import io.hallcommand.core.emergency.Progress;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.Scene;
import io.hallcommand.core.emergency.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes emergencies as screens get them: always whole.
 */
final class EmergencyWriter extends ViewWriter {

	/** A patch takes as many lines away as can have come since the last one. */
	private static final int LINES_TO_FORGET = 2 * Timeline.IN_SIGHT;

	EmergencyWriter(JsonGenerator json, boolean patch, ZoneId zone) {
		super(json, patch, zone);
	}

	void emergencies(SequencedMap<EmergencyId, @Nullable Emergency> emergencies) {
		this.json.writeObjectPropertyStart("emergencies");
		emergencies.forEach((id, emergency) -> {
			if (emergency == null) {
				this.json.writeNullProperty(id.value());
			}
			else {
				this.json.writeObjectPropertyStart(id.value());
				emergency(emergency);
				this.json.writeEndObject();
			}
		});
		this.json.writeEndObject();
	}

	void drills(List<PlannedDrill> drills) {
		this.json.writeObjectPropertyStart("drills");
		for (PlannedDrill drill : drills) {
			this.json.writeObjectPropertyStart(drill.id());
			this.json.writeStringProperty("kind", drill.kind().name());
			texts("zones", drill.zones());
			time("at", drill.at());
			this.json.writeStringProperty("by", drill.by());
			text("note", drill.note());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	void below(List<Below> below) {
		this.json.writeObjectPropertyStart("below");
		for (Below each : below) {
			this.json.writeObjectPropertyStart(each.key());
			this.json.writeStringProperty("hall", each.hall());
			label("name", each.name());
			this.json.writeStringProperty("id", each.id().value());
			this.json.writeStringProperty("kind", each.kind().name());
			this.json.writeBooleanProperty("drill", each.drill());
			label("headline", each.headline());
			this.json.writeStringProperty("severity", each.severity().name());
			this.json.writeStringProperty("instruction", each.instruction().name());
			this.json.writeStringProperty("state", each.ending() ? "ENDING" : "ACTIVE");
			this.json.writeBooleanProperty("severe", each.severe());
			time("since", each.since());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	void emergency(Emergency emergency) {
		Declaration declaration = emergency.declaration();
		this.json.writeStringProperty("kind", declaration.kind().name());
		this.json.writeBooleanProperty("drill", declaration.drill());
		state(emergency.state());
		texts("zones", declaration.zones());
		label("headline", emergency.headline());
		label("title", emergency.plan().title());
		text("what", declaration.what());
		scene(emergency);
		wall(emergency);
		time("declaredAt", declaration.at());
		this.json.writeStringProperty("declaredBy", declaration.by());
		text("source", declaration.source());
		this.json.writeBooleanProperty("endNeedsTwo", emergency.plan().endNeedsTwo());
		this.json.writeNumberProperty("planEdition", emergency.edition());
		steps(emergency);
		this.json.writeObjectPropertyStart("roles");
		emergency.work().roles().forEach((role, who) -> this.json.writeStringProperty(role.name(), who));
		this.json.writeEndObject();
		counts(emergency.work().counts());
		muster(emergency);
		reports(emergency);
		this.json.writeObjectPropertyStart("findings");
		emergency.papers().findings().forEach(this::finding);
		this.json.writeEndObject();
		timeline(emergency.timeline());
	}

	private void state(EmergencyState state) {
		String name = "ACTIVE";
		Outcome outcome = null;
		EmergencyState.Ending proposed = null;
		String endedBy = null;
		Instant endedAt = null;
		EmergencyState.Closed last = null;
		switch (state) {
			case EmergencyState.Active active -> {
				// Nothing more to say
			}
			case EmergencyState.Ending ending -> {
				name = "ENDING";
				outcome = ending.outcome();
				proposed = ending;
			}
			case EmergencyState.Ended ended -> {
				name = "ENDED";
				outcome = ended.outcome();
				endedBy = ended.by();
				endedAt = ended.at();
			}
			case EmergencyState.Closed closed -> {
				name = "CLOSED";
				outcome = closed.outcome();
				endedBy = closed.endedBy();
				endedAt = closed.endedAt();
				last = closed;
			}
		}
		this.json.writeStringProperty("state", name);
		text("outcome", (outcome != null) ? outcome.name() : null);
		text("mergedInto", (last != null && last.into() != null) ? last.into().value() : null);
		text("endProposedBy", (proposed != null) ? proposed.by() : null);
		time("endProposedAt", (proposed != null) ? proposed.at() : null);
		text("endedBy", endedBy);
		time("endedAt", endedAt);
		time("closedAt", (last != null) ? last.at() : null);
	}

	private void scene(Emergency emergency) {
		Scene scene = emergency.scene();
		texts("affected", scene.affected());
		this.json.writeStringProperty("severity", scene.severity().name());
		text("warningLevel", (scene.warningLevel() != null) ? scene.warningLevel().name() : null);
		text("responseLevel", (scene.responseLevel() != null) ? scene.responseLevel().name() : null);
		this.json.writeBooleanProperty("severe", emergency.severe());
		this.json.writeStringProperty("instruction", scene.instruction().name());
		this.json.writeBooleanProperty("stopsService", emergency.plan().stopsService());
		texts("closedExits", scene.closedExits());
		this.json.writeNumberProperty("sightings", scene.sightings());
	}

	private void wall(Emergency emergency) {
		Declaration declaration = emergency.declaration();
		ContingencyPlan.WallText wall = emergency.plan().wall();
		this.json.writeObjectPropertyStart("wall");
		label("action", declaration.fill(wall.action()));
		label("elsewhere", declaration.fill(wall.elsewhere()));
		this.json.writeArrayPropertyStart("rules");
		wall.rules().forEach((rule) -> this.json.writePOJO(declaration.fill(rule)));
		this.json.writeEndArray();
		this.json.writeEndObject();
	}

	private void steps(Emergency emergency) {
		this.json.writeObjectPropertyStart("steps");
		int order = 0;
		for (ContingencyPlan.Step step : emergency.plan().steps()) {
			Progress progress = emergency.work().step(step.id());
			Progress.Mark mark = progress.mark();
			Instant since = emergency.openSince(step);
			this.json.writeObjectPropertyStart(step.id());
			this.json.writeNumberProperty("order", order++);
			label("title", step.title());
			this.json.writeStringProperty("role", step.role().name());
			text("contact", step.contact());
			this.json.writeNumberProperty("targetSeconds", step.targetSeconds());
			texts("after", step.after());
			this.json.writeStringProperty("state",
					(mark != null) ? (mark.isSkipped() ? "SKIPPED" : "DONE") : (since != null) ? "OPEN" : "WAITING");
			time("openSince", since);
			time("dueAt", (since != null) ? since.plusSeconds(step.targetSeconds()) : null);
			text("doneBy", (mark != null) ? mark.by() : null);
			time("doneAt", (mark != null) ? mark.at() : null);
			text("reason", (mark != null) ? mark.reason() : null);
			text("assignee", progress.assignee());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	private void counts(Counts counts) {
		this.json.writeObjectPropertyStart("counts");
		this.json.writeNumberProperty("evacuated", counts.evacuated());
		this.json.writeNumberProperty("injured", counts.injured());
		this.json.writeNumberProperty("dead", counts.dead());
		this.json.writeNumberProperty("missing", counts.missing());
		this.json.writeEndObject();
	}

	private void muster(Emergency emergency) {
		this.json.writeObjectPropertyStart("muster");
		emergency.work().muster().forEach((zone, muster) -> {
			this.json.writeObjectPropertyStart(zone.value());
			this.json.writeBooleanProperty("clear", muster.clear());
			number("people", (muster.people() != null) ? muster.people().longValue() : null);
			this.json.writeStringProperty("by", muster.by());
			time("at", muster.at());
			this.json.writeEndObject();
		});
		this.json.writeEndObject();
	}

	private void reports(Emergency emergency) {
		this.json.writeObjectPropertyStart("reports");
		for (ReportKind kind : ReportKind.values()) {
			Papers.Filing filing = emergency.papers().filing(kind);
			this.json.writeObjectPropertyStart(kind.name());
			time("dueAt", emergency.reportDue(kind));
			time("filedAt", (filing != null) ? filing.at() : null);
			text("filedBy", (filing != null) ? filing.by() : null);
			this.json.writeNumberProperty("number", (filing != null) ? filing.number() : 0);
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	private void finding(Finding finding) {
		this.json.writeObjectPropertyStart(finding.id());
		this.json.writeStringProperty("text", finding.text());
		this.json.writeStringProperty("owner", finding.owner());
		this.json.writeStringProperty("due", finding.due().toString());
		this.json.writeStringProperty("by", finding.by());
		time("at", finding.at());
		text("mendedBy", finding.mendedBy());
		time("mendedAt", finding.mendedAt());
		this.json.writeEndObject();
	}

	private void timeline(Timeline timeline) {
		this.json.writeNumberProperty("lines", timeline.length());
		this.json.writeObjectPropertyStart("timeline");
		if (this.patch && !timeline.last().isEmpty()) {
			int first = timeline.last().getFirst().number();
			for (int gone = Math.max(1, first - LINES_TO_FORGET); gone < first; gone++) {
				this.json.writeNullProperty(Integer.toString(gone));
			}
		}
		for (Timeline.Line line : timeline.last()) {
			this.json.writeObjectPropertyStart(Integer.toString(line.number()));
			time("at", line.at());
			this.json.writeStringProperty("by", line.event().by());
			line(line.event());
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
	}

	private void line(EmergencyEvent.OfOne event) {
		switch (event) {
			case EmergencyEvent.Declared declared -> {
				type("DECLARED", declared.what());
				this.json.writeStringProperty("kind", declared.kind().name());
				texts("zones", declared.zones());
			}
			case EmergencyEvent.Sighted sighted -> {
				type("SIGHTED", sighted.text());
				text("source", sighted.source());
			}
			case EmergencyEvent.Noted noted -> type("NOTED", noted.text());
			case EmergencyEvent.StepDone done -> {
				type("STEP_DONE", done.text());
				this.json.writeStringProperty("step", done.step());
			}
			case EmergencyEvent.StepSkipped skipped -> {
				type("STEP_SKIPPED", skipped.text());
				this.json.writeStringProperty("step", skipped.step());
			}
			case EmergencyEvent.StepReopened reopened -> {
				type("STEP_REOPENED", reopened.text());
				this.json.writeStringProperty("step", reopened.step());
			}
			case EmergencyEvent.Assigned assigned -> {
				type("ASSIGNED", null);
				text("role", (assigned.role() != null) ? assigned.role().name() : null);
				text("step", assigned.step());
				this.json.writeStringProperty("to", assigned.to());
			}
			case EmergencyEvent.Counted counted -> {
				type("COUNTED", null);
				counts(counted.counts());
			}
			case EmergencyEvent.Mustered mustered -> {
				type("MUSTERED", mustered.text());
				this.json.writeStringProperty("zone", mustered.zone().value());
				this.json.writeBooleanProperty("clear", mustered.clear());
				number("people", (mustered.people() != null) ? mustered.people().longValue() : null);
			}
			case EmergencyEvent.Graded graded -> {
				type("GRADED", graded.text());
				this.json.writeStringProperty("severity", graded.severity().name());
				text("warningLevel", (graded.warningLevel() != null) ? graded.warningLevel().name() : null);
				text("responseLevel", (graded.responseLevel() != null) ? graded.responseLevel().name() : null);
			}
			case EmergencyEvent.Instructed instructed -> {
				type("INSTRUCTED", instructed.text());
				this.json.writeStringProperty("instruction", instructed.instruction().name());
				texts("zones", instructed.zones());
				texts("closedExits", instructed.closedExits());
			}
			case EmergencyEvent.EndProposed proposed -> {
				type("END_PROPOSED", proposed.text());
				this.json.writeStringProperty("outcome", proposed.outcome().name());
			}
			case EmergencyEvent.EndWithdrawn withdrawn -> type("END_WITHDRAWN", withdrawn.text());
			case EmergencyEvent.Ended ended -> {
				type("ENDED", ended.text());
				this.json.writeStringProperty("outcome", ended.outcome().name());
			}
			case EmergencyEvent.Merged merged -> {
				type("MERGED", merged.text());
				this.json.writeStringProperty("into", merged.into().value());
			}
			case EmergencyEvent.Absorbed absorbed -> {
				type("MERGED", absorbed.text());
				this.json.writeStringProperty("from", absorbed.from().value());
			}
			case EmergencyEvent.Filed filed -> {
				type("FILED", null);
				this.json.writeStringProperty("report", filed.report().name());
				this.json.writeNumberProperty("number", filed.number());
			}
			case EmergencyEvent.FindingNoted noted -> {
				type("FINDING", noted.text());
				this.json.writeStringProperty("finding", noted.finding());
			}
			case EmergencyEvent.FindingMended mended -> {
				type("MENDED", mended.text());
				this.json.writeStringProperty("finding", mended.finding());
			}
			case EmergencyEvent.Closed closed -> type("CLOSED", closed.text());
		}
	}

	private void type(String type, @Nullable String text) {
		this.json.writeStringProperty("type", type);
		text("text", text);
	}

}
