package io.hallcommand.server.acceptance;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hallcommand.server.testing.Receiver;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A drill begins by itself, is worked as the real thing, is marked everywhere and counts
 * nowhere.
 */
class EmergencyDrillTest {

	private static final Receiver receiver = Receiver.takingAll();

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
	}

	@AfterAll
	static void stop() {
		node.close();
		receiver.close();
	}

	@Test
	void aPlannedDrillBeginsByItselfAndIsMarkedAndCountsNowhere() {
		EmergencyHall hall = EmergencyHall.create(node, "drill");
		Person manager = hall.manager("manager");
		Person zhou = hall.officer("zhou");
		Person li = hall.officer("li");
		assertThat(hall.ask(manager, "POST", "/webhooks", "{\"url\":\"" + receiver.url() + "\",\"types\":["
				+ "\"emergency.declared\",\"emergency.graded\",\"emergency.endProposed\",\"emergency.ended\",\"emergency.filed\"]}")
			.status()).isEqualTo(201);
		ObjectNode plan = hall.planOf("FIRE", 5);
		plan.required("steps").get(0).asObject().put("targetSeconds", 10);
		hall.replace(manager, "FIRE", plan);
		hall.open();
		JsonNode before = hall.view().required("today");
		String planned = EmergencyHall.ok(hall.ask(manager, "POST", "/emergencies/drills",
				"{\"kind\":\"FIRE\",\"zones\":[\"B\"],\"note\":\"秋季演练\",\"at\":\"" + Instant.now().plusSeconds(2)
						+ "\"}"))
			.required("drill")
			.stringValue();
		assertThat(hall.view().at("/drills/" + planned + "/note").stringValue()).isEqualTo("秋季演练");
		assertThat(hall.view().required("emergencies").isEmpty()).isTrue();
		await().atMost(Duration.ofSeconds(20)).until(() -> hall.view().required("emergencies").size() == 1);
		JsonNode view = hall.view();
		assertThat(view.required("drills").isEmpty()).isTrue();
		String drill = view.required("emergencies").propertyNames().iterator().next();
		JsonNode shown = hall.inView(drill);
		assertThat(shown.required("drill").booleanValue()).isTrue();
		assertThat(shown.required("declaredBy").stringValue()).isEqualTo("hall");
		assertThat(shown.required("what").stringValue()).isEqualTo("秋季演练");
		assertThat(hall.cap()).singleElement().satisfies((message) -> {
			assertThat(EmergencyHall.xml(message, "status")).isEqualTo("Exercise");
			assertThat(EmergencyHall.xml(message, "note")).contains("演练");
			assertThat(EmergencyHall.xml(message, "headline")).contains("演练");
		});
		hall.awaitAlert("/subject/task", "s0", "UNACKNOWLEDGED");
		JsonNode alert = hall.alert("/subject/task", "s0");
		assertThat(alert.at("/subject/drill").booleanValue()).isTrue();
		assertThat(alert.at("/title/zh").stringValue()).startsWith("【演练】");
		assertThat(alert.at("/title/en").stringValue()).startsWith("DRILL: ");
		for (int i = 0; i < 4; i++) {
			hall.done(zhou, drill, "tick", "{\"step\":\"s" + i + "\"}");
		}
		hall.done(zhou, drill, "grade", "{\"severity\":\"SERIOUS\",\"reason\":\"x\"}");
		hall.done(zhou, drill, "end", "{}");
		hall.done(li, drill, "end", "{}");
		String draft = hall.get("/emergencies/" + drill + "/draft/FINAL?lang=en").required("text").stringValue();
		assertThat(draft).startsWith("DRILL: ");
		hall.done(li, drill, "file",
				HallJson.mapper().createObjectNode().put("report", "FINAL").put("text", draft).toString());
		// s0 was late, s4 was not done
		JsonNode score = hall.whole(drill).required("score");
		assertThat(score.required("within").intValue()).isEqualTo(3);
		assertThat(score.required("of").intValue()).isEqualTo(5);
		assertThat(score.required("grade").stringValue()).isEqualTo("PASS");
		absentFromFigures(hall, before);
		told(drill);
	}

	/** Alerts were raised; they are in no figure, nor is the hall's day another. */
	private static void absentFromFigures(EmergencyHall hall, JsonNode before) {
		assertThat(AlertHall.ofType(node, hall.id(), "alert.raised")).isNotEmpty();
		JsonNode quality = hall.get("/alerts/quality");
		assertThat(quality.at("/alerts/raised").intValue()).isZero();
		assertThat(quality.required("topSources").isEmpty()).isTrue();
		assertThat(hall.view().required("today").required("issued")).isEqualTo(before.required("issued"));
		assertThat(hall.view().required("today").required("waiting")).isEqualTo(before.required("waiting"));
	}

	/** Also those outside know that it is one. */
	private static void told(String drill) {
		await().atMost(Duration.ofSeconds(20)).until(() -> receiver.heard.size() >= 5);
		List<JsonNode> heard = receiver.heard.stream()
			.map((message) -> HallJson.mapper().readTree(message.body()))
			.toList();
		assertThat(heard.stream().map((body) -> body.required("type").stringValue())).containsExactly(
				"emergency.declared", "emergency.graded", "emergency.endProposed", "emergency.ended",
				"emergency.filed");
		assertThat(heard).allSatisfy((body) -> {
			assertThat(body.at("/data/drill").booleanValue()).isTrue();
			assertThat(body.at("/data/hall").stringValue()).isEqualTo("drill");
			assertThat(body.at("/data/event/emergency").stringValue()).isEqualTo(drill);
		});
		assertThat(heard.getFirst().required("data").required("event").has("plan")).isFalse();
		assertThat(heard.getFirst().at("/data/event/kind").stringValue()).isEqualTo("FIRE");
	}

	@Test
	void theRealThingIsToldWithoutThatMark() {
		EmergencyHall hall = EmergencyHall.create(node, "real");
		try (Receiver real = Receiver.takingAll()) {
			HttpResponse<String> made = node.send("POST", "/api/halls/real/webhooks", node.admin(), "application/json",
					"{\"url\":\"" + real.url() + "\",\"lowestSeverity\":\"CRITICAL\"}");
			assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
			String fire = hall.declare(hall.admin(), "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
			hall.done(hall.admin(), fire, "note", "{\"text\":\"not for outsiders\"}");
			hall.done(hall.admin(), fire, "instruct", "{\"instruction\":\"EVACUATE\",\"zones\":[]}");
			await().atMost(Duration.ofSeconds(20)).until(() -> real.heard.size() >= 2);
			assertThat(real.heard.stream().map((message) -> HallJson.mapper().readTree(message.body())))
				.allSatisfy((body) -> assertThat(body.at("/data/drill").booleanValue()).isFalse())
				.extracting((body) -> body.required("type").stringValue())
				.containsExactly("emergency.declared", "emergency.instructed");
		}
	}

}
