package io.hallcommand.server.acceptance;

import java.nio.file.Path;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what in emergencies, what is said to those who may not, and what is sent
 * twice.
 */
class EmergencyRightsTest {

	private static final String DRILL = "{\"kind\":\"FIRE\",\"at\":\"2099-01-01T09:00:00+08:00\"}";

	private static Node node;

	private static EmergencyHall hall;

	private static Person officer;

	private static Person second;

	private static Person manager;

	/** One that goes on through all tests. */
	private static String emergency;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		hall = EmergencyHall.create(node, "mine", AlertHall.ANYBODY);
		EmergencyHall.create(node, "other");
		officer = hall.officer("officer");
		second = hall.officer("second");
		manager = hall.manager("manager");
		emergency = hall.declare(officer, "{\"kind\":\"MASS_INCIDENT\",\"zones\":[\"A\"]}");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@ParameterizedTest
	@CsvSource({ "VIEWER, mine, no right to ACT", "WALL, mine, no right to ACT", "DEVICE, mine, no right to ACT",
			"TESTER, mine, no right to ACT", "OFFICER, other, 'is for the hall ''other'''",
			"MANAGER, other, 'is for the hall ''other'''" })
	void whoHasNoRightIsToldWhyAndNothingHappens(String role, String scope, String why) {
		Person person = Person.of(node, role + "-of-" + scope, role, scope);
		long version = hall.view().required("version").longValue();
		for (String[] request : new String[][] { { "", "{\"kind\":\"FIRE\"}" },
				{ "/" + emergency + "/note", "{\"text\":\"x\"}" }, { "/" + emergency + "/end", "{}" },
				{ "/" + emergency + "/falseAlarm", "{\"reason\":\"x\"}" } }) {
			Person.Answer answer = hall.ask(person, "POST", "/emergencies" + request[0], request[1]);
			assertThat(answer.status()).as(request[0]).isEqualTo(403);
			assertThat(answer.text("detail")).contains(person.name()).contains(why);
		}
		assertThat(hall.view().required("version").longValue()).isEqualTo(version);
	}

	@Test
	void whoShowsNoTokenIsAskedForOne() {
		assertThat(node.send("POST", "/api/halls/mine/emergencies", null, "application/json", "{\"kind\":\"FIRE\"}")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void whoSeesMayReadAllOfIt() {
		Person viewer = Person.of(node, "viewer", "VIEWER", "mine");
		for (String path : new String[] { "", "/" + emergency, "/" + emergency + "/reports",
				"/" + emergency + "/draft/FIRST", "/plans" }) {
			assertThat(hall.ask(viewer, "GET", "/emergencies" + path, null).status()).as(path).isEqualTo(200);
		}
		Person stranger = Person.of(node, "stranger", "VIEWER", "other");
		assertThat(hall.ask(stranger, "GET", "/emergencies/" + emergency, null).status()).isEqualTo(403);
	}

	@Test
	void onlyAManagerPlans() {
		JsonNode plan = hall.plan("EPIDEMIC");
		for (String[] request : new String[][] { { "PUT", "/plans/EPIDEMIC", plan.toString() },
				{ "DELETE", "/plans/EPIDEMIC", null }, { "POST", "/drills", DRILL },
				{ "DELETE", "/drills/d1", null } }) {
			Person.Answer answer = hall.ask(officer, request[0], "/emergencies" + request[1], request[2]);
			assertThat(answer.status()).as(request[1]).isEqualTo(403);
			assertThat(answer.text("detail")).isEqualTo("officer is a OFFICER, which has no right to PLAN.");
		}
		assertThat(hall.replace(manager, "EPIDEMIC", plan)).isOne();
		assertThat(hall.plan("EPIDEMIC").required("edition").intValue()).isOne();
		assertThat(EmergencyHall.ok(hall.ask(manager, "DELETE", "/emergencies/plans/epidemic", null))
			.required("edition")
			.intValue()).isEqualTo(2);
		assertThat(hall.plan("EPIDEMIC").remove("edition").intValue()).isEqualTo(2);
		JsonNode planned = EmergencyHall.ok(hall.ask(manager, "POST", "/emergencies/drills", DRILL));
		String drill = planned.required("drill").stringValue();
		assertThat(hall.view().at("/drills/" + drill + "/by").stringValue()).isEqualTo("manager");
		assertThat(hall.ask(manager, "DELETE", "/emergencies/drills/" + drill, null).status()).isEqualTo(200);
		assertThat(hall.view().required("drills").has(drill)).isFalse();
		Person.Answer gone = hall.ask(manager, "DELETE", "/emergencies/drills/" + drill, null);
		assertThat(gone.status()).isEqualTo(404);
		assertThat(gone.text("reason")).isEqualTo("UNKNOWN_DRILL");
	}

	@ParameterizedTest
	@CsvSource({ "e-0", "e-vvvvvvvvvvvvv", "e-", "e-!", "a1", "e-00000000000000000" })
	void whatIsNotThereIsNotFound(String id) {
		Person.Answer answer = hall.act(officer, id, "note", "{\"text\":\"x\"}");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.text("reason")).isEqualTo("UNKNOWN_EMERGENCY");
		assertThat(hall.ask(officer, "GET", "/emergencies/" + id, null).status()).isEqualTo(404);
	}

	@Test
	void neitherIsAHallOrAStepOrAFinding() {
		assertThat(officer.post(node.uri("/"), "/api/halls/mine/emergencies/" + emergency + "/dance", "{}").status())
			.isEqualTo(404);
		assertThat(hall.admin().post(node.uri("/"), "/api/halls/nowhere/emergencies", "{\"kind\":\"FIRE\"}").status())
			.isEqualTo(404);
		assertThat(hall.admin().send(node.uri("/"), "GET", "/api/halls/nowhere/emergencies", null).status())
			.isEqualTo(404);
		assertThat(hall.refused(officer, emergency, "tick", "{\"step\":\"dance\"}")).isEqualTo("UNKNOWN_STEP");
		assertThat(hall.refused(officer, emergency, "mend", "{\"finding\":\"f9\"}")).isEqualTo("UNKNOWN_FINDING");
		assertThat(hall.refused(officer, emergency, "merge", "{\"into\":\"e-9\"}")).isEqualTo("UNKNOWN_EMERGENCY");
		assertThat(hall.ask(manager, "PUT", "/emergencies/plans/FLOOD", hall.plan("FIRE").toString()).status())
			.isEqualTo(404);
		assertThat(hall.ask(officer, "GET", "/emergencies/" + emergency + "/draft/FIRST?lang=fr", null).status())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "POST | '' | {} | kind", "POST | '' | {\"kind\":\"FLOOD\"} | kind",
			"POST | '' | {\"kind\":\"FIRE\",\"zones\":[\"Z\"]} | zones",
			"POST | '' | {\"kind\":\"FIRE\",\"alert\":\"x\"} | alert", "POST | /ID/note | {} | text",
			"POST | /ID/count | {\"dead\":-1} | dead", "POST | /ID/muster | {\"zone\":\"Z\",\"clear\":true} | zone",
			"POST | /ID/instruct | {\"instruction\":\"NONE\",\"zones\":[\"Z\"]} | zones",
			"POST | /ID/instruct | {\"instruction\":\"NONE\",\"closedExits\":[\"roof\"]} | closedExits",
			"POST | /ID/finding | {\"text\":\"t\",\"owner\":\"o\",\"due\":\"soon\"} | due",
			"POST | /drills | {\"kind\":\"FIRE\",\"at\":\"2016-11-21T09:00:00+08:00\"} | at",
			"PUT | /plans/FIRE | {} | title" })
	void aWrongFieldIsNamed(String method, String path, String body, String field) {
		long version = hall.view().required("version").longValue();
		Person.Answer answer = hall.ask(manager, method, "/emergencies" + path.replace("ID", emergency), body);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
		assertThat(answer.wrongFields().split(" ")[0]).isEqualTo(field);
		assertThat(answer.text("detail")).isNotEmpty();
		assertThat(hall.view().required("version").longValue()).isEqualTo(version);
	}

	@Test
	void whatIsNoJsonCannotBeRead() {
		assertThat(hall.ask(officer, "POST", "/emergencies", "{oops").status()).isEqualTo(400);
	}

	/** What a phone sends again because the answer got lost. */
	@Test
	void theSameIdIsAnsweredAsTheFirstTimeAndDoesNothingTwice() {
		String fire = "{\"id\":\"fire\",\"kind\":\"EXPLOSION\",\"zones\":[\"B\"],\"what\":\"bang\"}";
		String id = same(officer, "", fire, 201).at("/emergency/id").stringValue();
		same(second, "", "{\"id\":\"me-too\",\"kind\":\"EXPLOSION\",\"zones\":[\"B\"]}", 200);
		String step = hall.inView(id).required("steps").propertyNames().iterator().next();
		String tick = ",\"step\":\"" + step + "\"";
		for (String[] order : new String[][] { { "note", ",\"text\":\"once\"" }, { "tick", tick }, { "reopen", tick },
				{ "skip", tick + ",\"reason\":\"no\"" }, { "assign", ",\"to\":\"li\",\"role\":\"MEDICAL\"" },
				{ "count", ",\"dead\":1" }, { "muster", ",\"zone\":\"A\",\"clear\":false" },
				{ "grade", ",\"severity\":\"ORDINARY\",\"reason\":\"small\"" },
				{ "instruct", ",\"instruction\":\"KEEP_AWAY\"" }, { "file", ",\"report\":\"FIRST\",\"text\":\"x\"" },
				{ "file", ",\"report\":\"FOLLOW_UP\",\"text\":\"y\"" },
				{ "finding", ",\"text\":\"t\",\"owner\":\"o\",\"due\":\"2099-01-01\"" },
				{ "mend", ",\"finding\":\"f1\"" }, { "end", "" }, { "continue", "" } }) {
			same(officer, "/" + id + "/" + order[0],
					"{\"id\":\"once" + order[1].hashCode() + order[0] + "\"" + order[1] + "}", 200);
		}
		// Refused, but the note was kept; then refused without one
		JsonNode late = same(officer, "/" + id + "/skip", "{\"id\":\"late\"" + tick + ",\"reason\":\"too late\"}", 409);
		assertThat(late.required("reason").stringValue()).isEqualTo("ALREADY_DONE");
		assertThat(late.required("by").stringValue()).isEqualTo("officer");
		assertThat(late.required("detail").stringValue()).endsWith("Your note was kept.");
		same(officer, "/" + id + "/continue", "{\"id\":\"early\"}", 409);
		String other = same(second, "", "{\"id\":\"two\",\"kind\":\"EXPLOSION\",\"zones\":[\"B\"],\"separate\":true}",
				201)
			.at("/emergency/id")
			.stringValue();
		same(second, "/" + other + "/merge", "{\"id\":\"merge\",\"into\":\"" + id + "\"}", 200);
		same(officer, "/" + id + "/end", "{\"id\":\"propose\"}", 200);
		same(second, "/" + id + "/end", "{\"id\":\"confirm\"}", 200);
		same(officer, "/" + id + "/file", "{\"id\":\"final\",\"report\":\"FINAL\",\"text\":\"z\"}", 200);
		same(officer, "/" + id + "/close", "{\"id\":\"close\"}", 200);
		same(manager, "/drills", "{\"id\":\"drill\"," + DRILL.substring(1), 200);
		// The id of one thing is not that of another
		Person.Answer mixed = hall.act(officer, emergency, "note", "{\"id\":\"late\",\"text\":\"x\"}");
		assertThat(mixed.status()).isEqualTo(409);
		assertThat(mixed.text("reason")).isEqualTo("ID_USED");
	}

	private static JsonNode same(Person person, String path, String body, int status) {
		Person.Answer first = hall.ask(person, "POST", "/emergencies" + path, body);
		assertThat(first.status()).as(path + " " + first.body()).isEqualTo(status);
		long version = hall.view().required("version").longValue();
		for (int i = 0; i < 2; i++) {
			assertThat(hall.ask(person, "POST", "/emergencies" + path, body)).as(path).isEqualTo(first);
		}
		assertThat(hall.view().required("version").longValue()).isEqualTo(version);
		return first.body();
	}

	/** An alert that turns out to be an emergency. */
	@Test
	void theAlertItCameFromIsAcknowledged() {
		EmergencyHall own = EmergencyHall.create(node, "from-alert", AlertHall.ANYBODY);
		own.open();
		own.awaitAlert("/subject/queue", "care", "UNACKNOWLEDGED");
		String alert = new AlertHall(node.uri("/"), node.admin(), own.id()).alertOf("care");
		Person wang = own.officer("wang");
		String body = "{\"id\":\"a\",\"kind\":\"NETWORK_FAILURE\",\"zones\":[\"B\"],\"alert\":\"" + alert + "\"}";
		String id = own.declare(wang, body);
		JsonNode shown = own.view().at("/alerts/" + alert);
		assertThat(shown.required("acknowledgedBy").stringValue()).isEqualTo("wang");
		assertThat(shown.required("note").stringValue()).contains(id);
		long version = own.view().required("version").longValue();
		assertThat(own.ask(wang, "POST", "/emergencies", body).status()).isEqualTo(201);
		assertThat(own.view().required("version").longValue()).isEqualTo(version);
		// One that does not exist is no reason not to declare
		assertThat(own.declare(wang, "{\"kind\":\"SUDDEN_ILLNESS\",\"alert\":\"a999999\"}")).startsWith("e-");
	}

}
