package io.hallcommand.server.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.hallcommand.core.emergency.Declaration;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.Score;
import io.hallcommand.core.emergency.Timeline;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what happened in emergencies.
 */
final class StoryJson {

	private static final double TEN_THOUSAND = 10_000;

	private StoryJson() {
	}

	/** All of it, and how it went against its plan. */
	static ObjectNode write(Story story, ZoneId zone) {
		ObjectNode json = FrameJson.emergencyJson(story.whole(), zone);
		json.set("score", score(Score.of(story.emergency())));
		return json;
	}

	/** The reports that were filed, the oldest first. */
	static ObjectNode reports(Story story, ZoneId zone) {
		ObjectNode json = HallJson.mapper().createObjectNode();
		ArrayNode reports = json.putArray("reports");
		for (Timeline.Line line : story.lines()) {
			if (line.event() instanceof EmergencyEvent.Filed filed) {
				reports.addObject()
					.put("report", filed.report().name())
					.put("number", filed.number())
					.put("text", filed.text())
					.put("by", filed.by())
					.put("at", time(line.at(), zone));
			}
		}
		return json;
	}

	/** A line for each. */
	static ArrayNode past(List<Emergency> emergencies, ZoneId zone) {
		ArrayNode past = HallJson.mapper().createArrayNode();
		for (Emergency emergency : emergencies) {
			Declaration declaration = emergency.declaration();
			ObjectNode json = past.addObject()
				.put("id", emergency.id().value())
				.put("kind", declaration.kind().name())
				.put("drill", emergency.drill());
			json.set("headline", HallJson.mapper().valueToTree(emergency.headline()));
			json.put("severity", emergency.scene().severity().name());
			if (emergency.state() instanceof EmergencyState.Closed closed) {
				json.put("outcome", closed.outcome().name())
					.put("declaredAt", time(declaration.at(), zone))
					.put("endedAt", time(closed.endedAt(), zone));
				if (closed.outcome() == Outcome.RESOLVED) {
					json.put("grade", Score.of(emergency).grade().name());
				}
			}
		}
		return past;
	}

	private static ObjectNode score(Score score) {
		ObjectNode json = HallJson.mapper().createObjectNode();
		ObjectNode steps = json.putObject("steps");
		score.steps().forEach((id, step) -> {
			ObjectNode each = steps.putObject(id).put("targetSeconds", step.targetSeconds());
			if (step.tookSeconds() != null) {
				each.put("tookSeconds", step.tookSeconds());
			}
			each.put("within", step.within());
		});
		json.put("within", score.within())
			.put("of", score.of())
			.put("share", Math.round(score.share() * TEN_THOUSAND) / TEN_THOUSAND)
			.put("grade", score.grade().name());
		if (score.seconds() != null) {
			json.put("declaredToEndSeconds", score.seconds());
		}
		return json;
	}

	private static String time(Instant time, ZoneId zone) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
	}

}
