package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.util.List;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several reports of one emergency, false alarms, and what gets better or worse.
 */
class EmergencyMergeTest {

	private static Node node;

	private static Person zhou;

	private static Person li;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		zhou = Person.of(node, "zhou", "OFFICER", null);
		li = Person.of(node, "li", "OFFICER", null);
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@Test
	void aSecondReportJoinsTheFirst() {
		EmergencyHall hall = EmergencyHall.create(node, "joins");
		String fire = hall.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
		Person.Answer joined = hall.ask(li, "POST", "/emergencies", "{\"kind\":\"FIRE\",\"what\":\"我也看见\"}");
		assertThat(joined.status()).isEqualTo(200);
		assertThat(joined.body().required("joined").booleanValue()).isTrue();
		assertThat(joined.body().required("recorded").booleanValue()).isTrue();
		assertThat(joined.body().at("/emergency/id").stringValue()).isEqualTo(fire);
		assertThat(joined.body().at("/emergency/sightings").intValue()).isEqualTo(2);
		hall.tell("emergency.signalled", "{\"kind\":\"FIRE\",\"zone\":\"B\",\"detail\":\"烟感\"}");
		assertThat(hall.inView(fire).required("sightings").intValue()).isEqualTo(3);
		// Another place, another kind, and a drill are others
		hall.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"A\"]}");
		hall.declare(zhou, "{\"kind\":\"EXPLOSION\",\"zones\":[\"B\"]}");
		hall.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"B\"],\"drill\":true}");
		assertThat(hall.view().required("emergencies").size()).isEqualTo(4);
		assertThat(EmergencyHall.lines(hall.whole(fire))).containsExactly(
				"DECLARED zhou {kind=\"FIRE\", zones=[\"B\"]}", "SIGHTED li {text=\"我也看见\"}",
				"SIGHTED hall {source=\"panel-1\", text=\"烟感\"}");
	}

	@Test
	void twoThatAreOneAreMerged() {
		EmergencyHall hall = EmergencyHall.create(node, "merged");
		String first = hall.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
		String second = hall.declare(li, "{\"kind\":\"FIRE\",\"zones\":[\"B\"],\"separate\":true}");
		String drill = hall.declare(li, "{\"kind\":\"FIRE\",\"zones\":[\"B\"],\"drill\":true}");
		assertThat(hall.refused(li, first, "merge", "{\"into\":\"" + first + "\"}")).isEqualTo("SAME_EMERGENCY");
		assertThat(hall.refused(li, drill, "merge", "{\"into\":\"" + first + "\"}")).isEqualTo("OTHER_DRILL");
		JsonNode into = hall.done(li, second, "merge", "{\"into\":\"" + first + "\",\"note\":\"同一起\"}");
		assertThat(into.required("id").stringValue()).isEqualTo(first);
		assertThat(into.required("sightings").intValue()).isEqualTo(2);
		JsonNode merged = hall.whole(second);
		assertThat(merged.required("state").stringValue()).isEqualTo("CLOSED");
		assertThat(merged.required("outcome").stringValue()).isEqualTo("MERGED");
		assertThat(merged.required("mergedInto").stringValue()).isEqualTo(first);
		assertThat(EmergencyHall.lines(hall.whole(first)).getLast())
			.isEqualTo("MERGED li {from=\"" + second + "\", text=\"同一起\"}");
		assertThat(hall.refused(li, second, "merge", "{\"into\":\"" + first + "\"}")).isEqualTo("NOT_ACTIVE");
		assertThat(hall.view().at("/windows/2/status").stringValue()).isEqualTo("SUSPENDED");
		// The second's message to the public was taken back, and says by which one
		assertThat(hall.cap()
			.stream()
			.filter((message) -> message.contains(hall.id() + "." + second + "."))
			.map((message) -> EmergencyHall.xml(message, "msgType"))).contains("Alert", "Cancel");
	}

	@Test
	void aFalseAlarmNeedsTwoOfficersToo() {
		EmergencyHall hall = EmergencyHall.create(node, "false-alarm");
		String fire = hall.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
		JsonNode ending = hall.done(zhou, fire, "falseAlarm", "{\"reason\":\"蒸汽\"}");
		assertThat(ending.required("state").stringValue()).isEqualTo("ENDING");
		assertThat(ending.required("outcome").stringValue()).isEqualTo("FALSE_ALARM");
		assertThat(hall.view().at("/windows/2/status").stringValue()).as("it still runs").isEqualTo("SUSPENDED");
		assertThat(hall.refused(zhou, fire, "falseAlarm", "{\"reason\":\"真的\"}")).isEqualTo("SAME_OFFICER");
		assertThat(hall.done(li, fire, "continue", "{\"note\":\"还有烟\"}").required("state").stringValue())
			.isEqualTo("ACTIVE");
		assertThat(hall.refused(li, fire, "continue", "{}")).isEqualTo("NOT_PROPOSED");
		hall.done(li, fire, "falseAlarm", "{\"reason\":\"已查明\"}");
		JsonNode ended = hall.done(zhou, fire, "falseAlarm", "{\"reason\":\"确认\"}");
		assertThat(ended.required("state").stringValue()).isEqualTo("ENDED");
		assertThat(hall.view().at("/windows/2/status").stringValue()).isEqualTo("CLOSED");
		assertThat(EmergencyHall.lines(hall.whole(fire)).stream().map((line) -> line.split(" ")[0]))
			.containsExactly("DECLARED", "END_PROPOSED", "NOTED", "END_WITHDRAWN", "END_PROPOSED", "ENDED");
		List<String> messages = hall.cap();
		assertThat(EmergencyHall.xml(messages.getLast(), "msgType")).isEqualTo("Cancel");
		assertThat(EmergencyHall.xml(messages.getLast(), "note")).contains("False alarm");
		hall.done(zhou, fire, "file", "{\"report\":\"FINAL\",\"text\":\"误报\"}");
		hall.done(zhou, fire, "close", "{}");
		JsonNode past = hall.get("/emergencies").required("past").get(0);
		assertThat(past.required("outcome").stringValue()).isEqualTo("FALSE_ALARM");
		assertThat(past.has("grade")).isFalse();
	}

	@Test
	void itGetsWorseAndBetterAndWiderAndSmaller() {
		EmergencyHall hall = EmergencyHall.create(node, "scales");
		hall.open();
		String brawl = hall.declare(zhou, "{\"kind\":\"PUBLIC_ORDER\",\"zones\":[\"B\"]}");
		assertThat(hall.inView(brawl).required("severe").booleanValue()).isFalse();
		assertStopped(hall, "IDLE", "SUSPENDED");
		hall.done(zhou, brawl, "grade", "{\"severity\":\"ESPECIALLY_SERIOUS\",\"reason\":\"多人\"}");
		hall.done(zhou, brawl, "grade",
				"{\"warningLevel\":\"ORANGE\",\"responseLevel\":\"LEVEL_1\",\"reason\":\"升级\"}");
		JsonNode graver = hall.inView(brawl);
		assertThat(graver.required("severe").booleanValue()).isTrue();
		assertThat(graver.required("severity").stringValue()).isEqualTo("ESPECIALLY_SERIOUS");
		assertThat(graver.required("warningLevel").stringValue()).isEqualTo("ORANGE");
		assertThat(graver.required("responseLevel").stringValue()).isEqualTo("LEVEL_1");
		hall.done(li, brawl, "instruct", "{\"instruction\":\"EVACUATE\",\"zones\":[\"A\",\"B\"]}");
		assertStopped(hall, "SUSPENDED", "SUSPENDED");
		hall.done(li, brawl, "instruct", "{\"instruction\":\"KEEP_AWAY\",\"zones\":[\"A\"]}");
		assertStopped(hall, "SUSPENDED", "IDLE");
		hall.done(zhou, brawl, "grade", "{\"severity\":\"ORDINARY\",\"warningLevel\":\"NONE\",\"reason\":\"好转\"}");
		JsonNode milder = hall.inView(brawl);
		assertThat(milder.required("severe").booleanValue()).isFalse();
		assertThat(milder.has("warningLevel")).isFalse();
		assertThat(milder.required("responseLevel").stringValue()).isEqualTo("LEVEL_1");
		hall.done(li, brawl, "end", "{}");
		assertStopped(hall, "IDLE", "IDLE");
		// Also afterwards it may be graded: what it was is known only then
		assertThat(hall.done(li, brawl, "grade", "{\"severity\":\"LARGE\",\"reason\":\"认定\"}")
			.required("severity")
			.stringValue()).isEqualTo("LARGE");
	}

	private static void assertStopped(EmergencyHall hall, String first, String second) {
		JsonNode windows = hall.view().required("windows");
		assertThat(List.of(windows.at("/1/status").stringValue(), windows.at("/2/status").stringValue()))
			.containsExactly(first, second);
	}

}
