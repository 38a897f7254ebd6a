package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each kind of emergency from its declaration to its review, by its standard plan, with
 * two officers and a wall. All twelve happen at the same time, each in a hall of its own.
 */
class EmergencyKindsTest {

	private static final Map<EmergencyKind, Future<?>> RUNS = new EnumMap<>(EmergencyKind.class);

	private static Node node;

	private static ExecutorService threads;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		threads = Executors.newVirtualThreadPerTaskExecutor();
		for (EmergencyKind kind : EmergencyKind.values()) {
			RUNS.put(kind, threads.submit(() -> new Run(kind).live()));
		}
	}

	@AfterAll
	static void stop() {
		threads.shutdownNow();
		node.close();
	}

	@ParameterizedTest
	@EnumSource(EmergencyKind.class)
	void eachKindIsWorkedFromItsDeclarationToItsReview(EmergencyKind kind) throws Exception {
		Future<?> run = RUNS.get(kind);
		assertThat(run).isNotNull();
		run.get();
	}

	/**
	 * One of them.
	 */
	private static final class Run {

		private final String kind;

		private final boolean byDevice;

		private final EmergencyHall hall;

		private final Person zhou;

		private final Person li;

		private final ObjectNode plan;

		/** The timeline as it should be. */
		private final List<String> lines = new ArrayList<>();

		private String emergency = "";

		Run(EmergencyKind kind) {
			this.kind = kind.name();
			this.byDevice = kind.ordinal() % 2 == 1;
			String id = this.kind.toLowerCase(Locale.ROOT).replace('_', '-');
			this.hall = EmergencyHall.create(node, id, AlertHall.ANYBODY);
			this.zhou = this.hall.officer("zhou-" + id);
			this.li = this.hall.officer("li-" + id);
			this.plan = this.hall.plan(this.kind);
		}

		void live() {
			assertThat(this.plan.required("edition").intValue()).isZero();
			// One step is overdue soon
			step(0).put("targetSeconds", 10);
			assertThat(this.hall.replace(this.hall.manager("chen-" + this.hall.id()), this.kind, this.plan)).isOne();
			this.hall.open();
			this.hall.awaitAlert("/subject/queue", "care", "UNACKNOWLEDGED");
			try (SseScreen wall = new SseScreen(node, this.hall.id())) {
				wall.connect();
				await().until(() -> wall.picture().snapshots() == 1);
				declare();
				shown(wall);
				work(wall);
				end(wall);
			}
			review();
		}

		private ObjectNode step(int index) {
			return this.plan.required("steps").get(index).asObject();
		}

		private boolean says(String field) {
			return this.plan.required(field).booleanValue();
		}

		private void declare() {
			ObjectNode declared = EmergencyHall.fields(Map.of("text", "三号窗口冒烟"));
			declared.put("kind", this.kind).putArray("zones").add("B");
			if (this.byDevice) {
				this.hall.tell("emergency.signalled",
						"{\"kind\":\"" + this.kind + "\",\"zone\":\"B\",\"detail\":\"三号窗口冒烟\"}");
				// What it says again is known
				this.hall.tell("emergency.signalled", "{\"kind\":\"" + this.kind + "\",\"zone\":\"B\"}");
				this.emergency = this.hall.view().required("emergencies").propertyNames().iterator().next();
				assertThat(this.hall.inView(this.emergency).required("source").stringValue()).isEqualTo("panel-1");
				assertThat(this.hall.inView(this.emergency).required("sightings").intValue()).isOne();
				line("DECLARED", "hall", declared);
				return;
			}
			this.emergency = this.hall.declare(this.zhou,
					"{\"kind\":\"" + this.kind + "\",\"zones\":[\"B\"],\"what\":\"三号窗口冒烟\"}");
			line("DECLARED", this.zhou.name(), declared);
		}

		private void line(String type, String by, JsonNode rest) {
			this.lines.add(EmergencyHall.line(type, by, rest));
		}

		/** Everybody sees it, and what is in its zones stands still. */
		private void shown(SseScreen wall) {
			JsonNode view = this.hall.view();
			wall.awaitVersion(view.required("version").longValue());
			JsonNode shown = wall.picture().view();
			assertThat(shown).isEqualTo(view);
			JsonNode emergency = shown.required("emergencies").required(this.emergency);
			assertThat(emergency.required("state").stringValue()).isEqualTo("ACTIVE");
			assertThat(emergency.required("drill").booleanValue()).isFalse();
			assertThat(emergency.required("headline").required("zh").stringValue())
				.isEqualTo("B 区" + this.plan.at("/title/zh").stringValue());
			assertThat(emergency.required("instruction")).isEqualTo(this.plan.required("instruction"));
			assertThat(emergency.required("severity")).isEqualTo(this.plan.required("severity"));
			assertThat(emergency.required("planEdition").intValue()).isOne();
			assertThat(emergency.at("/wall/action")).isEqualTo(this.plan.at("/wall/action"));
			assertThat(emergency.at("/wall/elsewhere/zh").stringValue())
				.isEqualTo(this.plan.at("/wall/elsewhere/zh").stringValue().replace("{zone}", "B 区"));
			assertThat(emergency.required("affected").toString()).isEqualTo(says("wholeHall") ? "[]" : "[\"B\"]");
			assertThat(shown.required("assembly").required("zh").stringValue()).isEqualTo("南广场");
			stopped(shown, says("stopsService") && says("wholeHall"), says("stopsService"));
			assertThat(this.hall.alert("/subject/queue", "care").required("state").stringValue())
				.isEqualTo(says("stopsService") ? "SUPPRESSED" : "UNACKNOWLEDGED");
			assertThat(this.hall.alert("/subject/queue", "tax").required("state").stringValue())
				.isEqualTo((says("stopsService") && says("wholeHall")) ? "SUPPRESSED" : "UNACKNOWLEDGED");
			assertThat(this.hall.cap()).singleElement().satisfies((message) -> {
				assertThat(EmergencyHall.xml(message, "msgType")).isEqualTo("Alert");
				assertThat(EmergencyHall.xml(message, "status")).isEqualTo("Actual");
				assertThat(message).contains("B 区" + this.plan.at("/title/zh").stringValue());
			});
		}

		private static void stopped(JsonNode view, boolean zoneA, boolean zoneB) {
			assertThat(view.at("/windows/1/status").stringValue()).isEqualTo(zoneA ? "SUSPENDED" : "IDLE");
			assertThat(view.at("/windows/2/status").stringValue()).isEqualTo(zoneB ? "SUSPENDED" : "IDLE");
			assertThat(view.at("/queues/tax/suspended").booleanValue()).isEqualTo(zoneA);
			assertThat(view.at("/queues/care/suspended").booleanValue()).isEqualTo(zoneB);
			assertThat(view.at("/queues/care").has("suspendedSince")).isEqualTo(zoneB);
		}

		private void work(SseScreen wall) {
			note();
			assign();
			count();
			levels(wall);
			steps();
			file("FIRST", 1);
			assertThat(this.hall.refused(this.li, this.emergency, "file", report("FIRST", "x")))
				.isEqualTo("ALREADY_DONE");
		}

		private void note() {
			this.hall.done(this.li, this.emergency, "note", "{\"text\":\"人已到\"}");
			line("NOTED", this.li.name(), EmergencyHall.fields(Map.of("text", "人已到")));
		}

		private void assign() {
			JsonNode after = this.hall.done(this.zhou, this.emergency, "assign",
					"{\"to\":\"" + this.zhou.name() + "\",\"role\":\"COMMANDER\"}");
			assertThat(after.at("/roles/COMMANDER").stringValue()).isEqualTo(this.zhou.name());
			String second = step(1).required("id").stringValue();
			after = this.hall.done(this.zhou, this.emergency, "assign",
					"{\"to\":\"" + this.li.name() + "\",\"step\":\"" + second + "\"}");
			assertThat(after.at("/steps/" + second + "/assignee").stringValue()).isEqualTo(this.li.name());
			assigned("role", "COMMANDER", this.zhou.name());
			assigned("step", second, this.li.name());
		}

		private void assigned(String what, String which, String to) {
			line("ASSIGNED", this.zhou.name(), EmergencyHall.fields(Map.of("to", to, what, which)));
		}

		private void count() {
			this.hall.done(this.li, this.emergency, "count", "{\"evacuated\":12,\"injured\":1}");
			JsonNode after = this.hall.done(this.li, this.emergency, "count", "{\"evacuated\":14}");
			String counts = "{\"evacuated\":14,\"injured\":1,\"dead\":0,\"missing\":0}";
			assertThat(after.required("counts").toString()).isEqualTo(counts);
			line("COUNTED", this.li.name(), json("{\"counts\":" + counts.replace("14", "12") + "}"));
			line("COUNTED", this.li.name(), json("{\"counts\":" + counts + "}"));
			after = this.hall.done(this.li, this.emergency, "muster", "{\"zone\":\"B\",\"clear\":true,\"people\":3}");
			assertThat(after.at("/muster/B/people").intValue()).isEqualTo(3);
			line("MUSTERED", this.li.name(), json("{\"zone\":\"B\",\"clear\":true,\"people\":3}"));
		}

		/** It gets worse: graver, and for the whole hall. */
		private void levels(SseScreen wall) {
			JsonNode after = this.hall.done(this.zhou, this.emergency, "grade",
					"{\"severity\":\"SERIOUS\",\"warningLevel\":\"RED\",\"responseLevel\":\"NONE\",\"reason\":\"蔓延\"}");
			assertThat(after.required("severe").booleanValue()).isTrue();
			assertThat(after.has("responseLevel")).isFalse();
			line("GRADED", this.zhou.name(),
					json("{\"text\":\"蔓延\",\"severity\":\"SERIOUS\",\"warningLevel\":\"RED\"}"));
			Person.Answer widened = this.hall.act(this.zhou, this.emergency, "instruct",
					"{\"instruction\":\"EVACUATE\",\"zones\":[],\"closedExits\":[\"east\"]}");
			assertThat(widened.status()).isEqualTo(200);
			line("INSTRUCTED", this.zhou.name(),
					json("{\"instruction\":\"EVACUATE\",\"zones\":[],\"closedExits\":[\"east\"]}"));
			assertThat(this.hall
				.act(this.zhou, this.emergency, "instruct", "{\"instruction\":\"EVACUATE\",\"closedExits\":[\"roof\"]}")
				.wrongFields()).isEqualTo("closedExits");
			wall.awaitVersion(this.hall.view().required("version").longValue());
			JsonNode shown = wall.picture().view();
			assertThat(shown.at("/emergencies/" + this.emergency + "/closedExits/0").stringValue()).isEqualTo("east");
			stopped(shown, says("stopsService"), says("stopsService"));
		}

		/** The first one is late, the last one is left out, all others are in time. */
		private void steps() {
			String late = step(0).required("id").stringValue();
			this.hall.awaitAlert("/subject/task", late, "UNACKNOWLEDGED");
			JsonNode alert = this.hall.alert("/subject/task", late);
			assertThat(alert.required("kind").stringValue()).isEqualTo("STEP_OVERDUE");
			assertThat(alert.at("/subject/emergency").stringValue()).isEqualTo(this.emergency);
			assertThat(alert.at("/subject/drill").booleanValue()).isFalse();
			assertThat(alert.required("unit").stringValue()).isEqualTo("SECONDS");
			int size = this.plan.required("steps").size();
			String last = step(size - 1).required("id").stringValue();
			if (!step(size - 1).required("after").isEmpty()) {
				assertThat(this.hall.refused(this.zhou, this.emergency, "tick", "{\"step\":\"" + last + "\"}"))
					.isEqualTo("STEP_WAITS");
			}
			for (boolean moved = true; moved;) {
				moved = false;
				for (int i = 0; i < size - 1; i++) {
					String id = step(i).required("id").stringValue();
					if (stateOf(id).equals("OPEN")) {
						Person who = (i % 2 == 0) ? this.zhou : this.li;
						this.hall.done(who, this.emergency, "tick", "{\"step\":\"" + id + "\"}");
						line("STEP_DONE", who.name(), json("{\"step\":\"" + id + "\"}"));
						moved = true;
					}
				}
			}
			assertThat(
					this.hall.refused(this.li, this.emergency, "tick", "{\"step\":\"" + late + "\",\"note\":\"我也做了\"}"))
				.isEqualTo("ALREADY_DONE");
			line("NOTED", this.li.name(), json("{\"text\":\"我也做了\"}"));
			this.hall.done(this.li, this.emergency, "skip", "{\"step\":\"" + last + "\",\"reason\":\"不需要\"}");
			line("STEP_SKIPPED", this.li.name(), json("{\"text\":\"不需要\",\"step\":\"" + last + "\"}"));
			this.hall.awaitAlert("/subject/task", late, "CLEARED");
		}

		private String stateOf(String step) {
			return this.hall.inView(this.emergency).at("/steps/" + step + "/state").stringValue();
		}

		/** As it was drafted. */
		private void file(String report, int lang) {
			String headline = this.plan.at("/title/" + ((lang == 1) ? "zh" : "en")).stringValue();
			String draft = this.hall
				.get("/emergencies/" + this.emergency + "/draft/" + report + "?lang=" + ((lang == 1) ? "zh" : "en"))
				.required("text")
				.stringValue();
			assertThat(draft).contains(headline).contains("14").doesNotContain("DRILL").doesNotContain("演练");
			JsonNode after = this.hall.done(this.li, this.emergency, "file", report(report, draft));
			assertThat(after.at("/reports/" + report + "/filedBy").stringValue()).isEqualTo(this.li.name());
			assertThat(after.at("/reports/" + report + "/number").intValue()).isOne();
			line("FILED", this.li.name(), json("{\"report\":\"" + report + "\",\"number\":1}"));
			JsonNode filed = this.hall.get("/emergencies/" + this.emergency + "/reports").required("reports");
			assertThat(filed.get(filed.size() - 1).required("text").stringValue()).isEqualTo(draft);
		}

		private static String report(String report, String text) {
			return HallJson.mapper().createObjectNode().put("report", report).put("text", text).toString();
		}

		private void end(SseScreen wall) {
			assertThat(this.hall.refused(this.li, this.emergency, "close", "{}")).isEqualTo("NOT_ENDED");
			OffsetDateTime since = since();
			if (says("endNeedsTwo")) {
				JsonNode after = this.hall.done(this.zhou, this.emergency, "end", "{\"note\":\"安全\"}");
				assertThat(after.required("state").stringValue()).isEqualTo("ENDING");
				assertThat(after.required("endProposedBy").stringValue()).isEqualTo(this.zhou.name());
				line("END_PROPOSED", this.zhou.name(), json("{\"text\":\"安全\",\"outcome\":\"RESOLVED\"}"));
				assertThat(this.hall.refused(this.zhou, this.emergency, "end", "{}")).isEqualTo("SAME_OFFICER");
			}
			JsonNode after = this.hall.done(this.li, this.emergency, "end", "{}");
			assertThat(after.required("state").stringValue()).isEqualTo("ENDED");
			assertThat(after.required("endedBy").stringValue()).isEqualTo(this.li.name());
			line("ENDED", this.li.name(), json("{\"outcome\":\"RESOLVED\"}"));
			assertThat(this.hall.refused(this.zhou, this.emergency, "tick",
					"{\"step\":\"" + step(0).required("id").stringValue() + "\"}"))
				.isEqualTo("ALREADY_DONE");
			wall.awaitVersion(this.hall.view().required("version").longValue());
			JsonNode shown = wall.picture().view();
			stopped(shown, false, false);
			if (says("stopsService")) {
				assertThat(since()).as("the stop did not count as a wait").isAfter(since.plusSeconds(9));
			}
			else {
				assertThat(since()).isEqualTo(since);
			}
			this.hall.awaitAlert("/subject/queue", "care", "UNACKNOWLEDGED");
			assertThat(this.hall.view().required("holds").isEmpty()).isTrue();
			assertThat(this.hall.cap().stream().map((message) -> EmergencyHall.xml(message, "msgType")))
				.containsExactly("Alert", "Update", "Update", "Cancel");
		}

		private OffsetDateTime since() {
			return OffsetDateTime.parse(this.hall.view().at("/queues/care/tickets/C1/since").stringValue());
		}

		private void review() {
			assertThat(this.hall.refused(this.li, this.emergency, "close", "{}")).isEqualTo("FINAL_REPORT_MISSING");
			file("FINAL", 2);
			this.hall.done(this.zhou, this.emergency, "finding",
					"{\"text\":\"标识不清\",\"owner\":\"后勤\",\"due\":\"2099-12-01\"}");
			line("FINDING", this.zhou.name(), json("{\"text\":\"标识不清\",\"finding\":\"f1\"}"));
			this.hall.done(this.zhou, this.emergency, "close", "{}");
			line("CLOSED", this.zhou.name(), json("{}"));
			this.hall.done(this.li, this.emergency, "mend", "{\"finding\":\"f1\"}");
			line("MENDED", this.li.name(), json("{\"finding\":\"f1\"}"));
			JsonNode whole = this.hall.whole(this.emergency);
			assertThat(EmergencyHall.lines(whole)).containsExactlyElementsOf(this.lines);
			assertThat(whole.required("state").stringValue()).isEqualTo("CLOSED");
			JsonNode score = whole.required("score");
			int of = this.plan.required("steps").size() - 1;
			assertThat(score.required("of").intValue()).isEqualTo(of);
			assertThat(score.required("within").intValue()).isEqualTo(of - 1);
			assertThat(score.required("share").doubleValue()).isCloseTo((of - 1.0) / of, Offset.offset(0.0001));
			assertThat(score.required("declaredToEndSeconds").longValue()).isGreaterThanOrEqualTo(10);
			JsonNode late = score.required("steps").required(step(0).required("id").stringValue());
			assertThat(late.required("within").booleanValue()).isFalse();
			assertThat(late.required("tookSeconds").intValue()).isGreaterThanOrEqualTo(10);
			JsonNode past = this.hall.get("/emergencies").required("past");
			assertThat(past.size()).isOne();
			assertThat(past.get(0).required("id").stringValue()).isEqualTo(this.emergency);
			assertThat(past.get(0).required("grade")).isEqualTo(score.required("grade"));
			assertThat(past.get(0).required("outcome").stringValue()).isEqualTo("RESOLVED");
		}

		private static JsonNode json(String text) {
			return HallJson.mapper().readTree(text);
		}

	}

}
