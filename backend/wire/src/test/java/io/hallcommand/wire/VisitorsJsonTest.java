package io.hallcommand.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallPatch;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What visitors get of a hall.
 */
class VisitorsJsonTest {

	/** Whatever comes to visitors and says something; {@code *} stands for an id. */
	private static final Set<String> SEEN = Set.of("at", "clock", "hall", "level", "name.en", "name.zh", "timeZone",
			"version", "hours[].days[]", "hours[].from", "hours[].until", "zones.*.name.en", "zones.*.name.zh",
			"zones.*.order", "exits.*.name.en", "exits.*.name.zh", "exits.*.order", "assembly.en", "assembly.zh",
			// Who waits, and for how long
			"queues.*.name.en", "queues.*.name.zh", "queues.*.order", "queues.*.prefix", "queues.*.abandoned",
			"queues.*.expectedWaitSeconds", "queues.*.issued", "queues.*.longestWaitSince", "queues.*.noShows",
			"queues.*.openWindows", "queues.*.served", "queues.*.serviceLimitSeconds", "queues.*.suspended",
			"queues.*.suspendedSince", "queues.*.tickets.*.priority", "queues.*.tickets.*.since",
			"queues.*.totalWindows", "queues.*.waitLimitSeconds", "queues.*.waiting",
			// Who is called where
			"windows.*.name.en", "windows.*.name.zh", "windows.*.order", "windows.*.kind", "windows.*.zone",
			"windows.*.position.x", "windows.*.position.y", "windows.*.queues[]", "windows.*.since", "windows.*.status",
			"windows.*.staffAway", "windows.*.ticket", "windows.*.lastCall.at", "windows.*.lastCall.queue",
			"windows.*.lastCall.ticket", "windows.*.lastCall.times",
			// The day
			"today.date", "today.abandoned", "today.anomalies", "today.averageServiceSeconds",
			"today.averageWaitSeconds", "today.issued", "today.noShows", "today.onTimeRate", "today.p90WaitSeconds",
			"today.served", "today.unresolved", "today.waiting", "today.intervals.*.issued", "today.intervals.*.served",
			"today.intervals.*.waiting", "today.ratings.count", "today.ratings.satisfied",
			"today.usual.averageWaitSeconds", "today.usual.days", "today.usual.issued", "today.usual.onTimeRate",
			"today.usual.served", "today.usual.intervals.*.issued", "today.usual.intervals.*.served",
			"today.usual.intervals.*.waiting",
			// What happens, where, what to do, which way
			"emergencies.*.kind", "emergencies.*.drill", "emergencies.*.state", "emergencies.*.outcome",
			"emergencies.*.mergedInto", "emergencies.*.zones[]", "emergencies.*.affected[]",
			"emergencies.*.headline.en", "emergencies.*.headline.zh", "emergencies.*.title.en",
			"emergencies.*.title.zh", "emergencies.*.severity", "emergencies.*.severe", "emergencies.*.instruction",
			"emergencies.*.stopsService", "emergencies.*.closedExits[]", "emergencies.*.wall.action.en",
			"emergencies.*.wall.action.zh", "emergencies.*.wall.elsewhere.en", "emergencies.*.wall.elsewhere.zh",
			"emergencies.*.wall.rules[].en", "emergencies.*.wall.rules[].zh", "emergencies.*.declaredAt",
			"emergencies.*.endedAt", "emergencies.*.closedAt");

	/** There so that frames are alike, with a value that says nothing. */
	private static final Set<String> MUTE = Set.of("emergencies.*.declaredBy=\"\"", "emergencies.*.endedBy=\"\"",
			"emergencies.*.endNeedsTwo=false", "emergencies.*.planEdition=0", "emergencies.*.sightings=0",
			"emergencies.*.lines=0", "emergencies.*.counts.evacuated=0", "emergencies.*.counts.injured=0",
			"emergencies.*.counts.dead=0", "emergencies.*.counts.missing=0", "emergencies.*.reports.*.number=0");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void patchesForVisitorsLeadToWhatVisitorsSeeExactly(long seed) {
		RandomHall random = new RandomHall(seed);
		Random chance = new Random(seed);
		random.step();
		random.hall.takeFrame();
		JsonNode screen = json(random.hall.view().forVisitors());
		List<JsonNode> late = new ArrayList<>();
		int patches = 0;
		for (int i = 0; i < 1_500; i++) {
			random.step();
			if (chance.nextInt(4) == 0) {
				late.add(json(random.hall.view().forVisitors()));
			}
			if (chance.nextInt(3) == 0) {
				HallFrame frame = random.hall.takeFrame();
				if (frame != null) {
					patches += (frame instanceof HallPatch) ? 1 : 0;
					screen = apply(screen, frame.forVisitors());
					late.replaceAll((joined) -> apply(joined, frame.forVisitors()));
				}
				JsonNode view = json(random.hall.view().forVisitors());
				assertThat(screen).isEqualTo(view);
				assertThat(late).allSatisfy((joined) -> assertThat(joined).isEqualTo(view));
				late.clear();
			}
		}
		assertThat(patches).isGreaterThan(300);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void nothingComesToVisitorsThatWasNotMeantFor(long seed) {
		RandomHall random = new RandomHall(seed);
		Set<String> seen = new TreeSet<>();
		for (int i = 0; i < 1_500; i++) {
			random.step();
			HallFrame frame = random.hall.takeFrame();
			if (frame != null) {
				paths(json(frame.forVisitors()), "", seen);
			}
			if (i % 50 == 0) {
				paths(json(random.hall.view().forVisitors()), "", seen);
			}
		}
		seen.removeIf((path) -> MUTE.contains(path) || SEEN.contains(path.substring(0, path.indexOf('='))));
		assertThat(seen).isEmpty();
	}

	@Test
	void whoWorksThereAndWhatTheyAreToldIsNowhereInIt() {
		MarkedHall marked = new MarkedHall();
		List<HallFrame> frames = new ArrayList<>();
		Set<String> full = new TreeSet<>();
		for (Runnable step : marked.steps()) {
			step.run();
			HallFrame frame = marked.hall.takeFrame();
			if (frame != null) {
				frames.add(frame);
			}
			frames.add(marked.hall.view());
		}
		for (HallFrame frame : frames) {
			paths(json(frame), "", full);
			assertThat(json(frame.forVisitors()).toString()).doesNotContain(MarkedHall.MARK);
		}
		Unrecorded unrecorded = new Unrecorded(marked.hall.view().at(), marked.hall.view().plan().timeZone(),
				List.copyOf(marked.hall.emergencies()));
		assertThat(json(unrecorded).toString()).contains(MarkedHall.MARK);
		assertThat(json(unrecorded.forVisitors()).toString()).doesNotContain(MarkedHall.MARK)
			.contains("\"instruction\":\"EVACUATE\"");
		full.removeIf((path) -> !path.contains(MarkedHall.MARK));
		assertThat(full.stream().map((path) -> path.substring(0, path.indexOf('='))).distinct())
			.as("where those who work there see it")
			.contains("windows.*.staff", "windows.*.reason", "alerts.*.acknowledgedBy", "alerts.*.assignee",
					"alerts.*.note", "alerts.*.noteBy", "holds.*.by", "holds.*.reason", "duty.*.user", "duty.*.name",
					"drills.*.by", "drills.*.note", "below.*.headline.zh", "emergencies.*.what", "emergencies.*.source",
					"emergencies.*.declaredBy", "emergencies.*.endProposedBy", "emergencies.*.endedBy",
					"emergencies.*.steps.*.title.zh", "emergencies.*.steps.*.contact", "emergencies.*.steps.*.doneBy",
					"emergencies.*.steps.*.assignee", "emergencies.*.steps.*.reason", "emergencies.*.roles.*",
					"emergencies.*.muster.*.by", "emergencies.*.reports.*.filedBy", "emergencies.*.findings.*.text",
					"emergencies.*.findings.*.owner", "emergencies.*.findings.*.by",
					"emergencies.*.findings.*.mendedBy", "emergencies.*.timeline.*.by", "emergencies.*.timeline.*.text",
					"emergencies.*.timeline.*.to");
	}

	@Test
	void anEndThatOneOfficerWantsIsNotYetForVisitors() {
		MarkedHall marked = new MarkedHall();
		marked.steps().forEach(Runnable::run);
		List<String> states = new ArrayList<>();
		List<String> shown = new ArrayList<>();
		HallView view = marked.hall.view();
		json(view).required("emergencies").forEach((each) -> states.add(each.required("state").stringValue()));
		json(view.forVisitors()).required("emergencies").forEach((each) -> {
			shown.add(each.required("state").stringValue());
			assertThat(each.has("outcome")).isEqualTo(!each.required("state").stringValue().equals("ACTIVE"));
		});
		assertThat(states).containsExactly("CLOSED", "ENDING");
		assertThat(shown).containsExactly("CLOSED", "ACTIVE");
	}

	/** Every value by where it stands, ids aside: {@code windows.*.status="IDLE"}. */
	private static void paths(JsonNode node, String at, Set<String> into) {
		if (node.isObject()) {
			node.properties().forEach((field) -> paths(field.getValue(), at(at, field.getKey()), into));
		}
		else if (node.isArray()) {
			node.forEach((each) -> paths(each, at + "[]", into));
		}
		else if (!node.isNull()) {
			into.add(at + "=" + node);
		}
	}

	private static String at(String parent, String name) {
		String last = parent.substring(parent.lastIndexOf('.') + 1);
		boolean map = Set
			.of("alerts", "holds", "duty", "zones", "exits", "queues", "windows", "tickets", "intervals", "emergencies",
					"drills", "below", "steps", "roles", "muster", "reports", "findings", "timeline")
			.contains(last);
		return parent.isEmpty() ? name : parent + "." + (map ? "*" : name);
	}

	private static JsonNode apply(JsonNode screen, HallFrame frame) {
		return switch (frame) {
			case HallView view -> json(view);
			case HallPatch patch -> MergePatch.apply(screen, json(patch));
		};
	}

	private static JsonNode json(HallFrame frame) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.write(frame, out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

	private static JsonNode json(Unrecorded unrecorded) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.writeUnrecorded(unrecorded, out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

}
