package io.hallcommand.server.acceptance;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what about alerts, and what is said to those who may not.
 */
class AlertRightsTest {

	private static final String CRITICAL = """
			"queue-length":{"scope":{"queues":["q1"]},"levels":[{"threshold":0,"severity":"CRITICAL"}],"onDelaySeconds":0,
			 "escalation":[]},
			"minor":{"kind":"QUEUE_LENGTH","unit":"PEOPLE","levels":[{"threshold":0,"severity":"MINOR"}],
			 "scope":{"queues":["q0","q2"]},"title":{"zh":"有人","en":"Somebody"},"basis":"team default"}""";

	private static final String SHIFTS = """
			{"shifts":[{"user":"li.qiang","role":"OFFICER","from":"2026-11-20T08:00:00+08:00",
			 "until":"2026-11-20T18:00:00+08:00"}]}""";

	private static Node node;

	private static AlertHall hall;

	private static String minor;

	private static String critical;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
		hall = AlertHall.create(node.uri("/"), node.admin(), "mine", 3, CRITICAL);
		AlertHall.create(node.uri("/"), node.admin(), "other", 1, AlertHall.ANYBODY);
		hall.come(0, 3);
		minor = "/alerts/" + hall.alertOf(0);
		critical = "/alerts/" + hall.alertOf(1);
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
		for (String action : new String[] { "acknowledge", "note", "assign", "shelve", "unshelve", "close" }) {
			Person.Answer answer = person.post(node.uri("/"), "/api/halls/mine" + minor + "/" + action,
					"{\"note\":\"x\",\"to\":\"x\",\"forSeconds\":60,\"reason\":\"x\"}");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.text("detail")).contains(person.name()).contains(why);
		}
		assertThat(person.post(node.uri("/"), "/api/halls/mine/alerts/handover", "{\"to\":\"x\"}").status())
			.isEqualTo(403);
		assertThat(hall.view().required("version").longValue()).isEqualTo(version);
	}

	@Test
	void whoShowsNoTokenIsAskedForOne() {
		assertThat(node.send("POST", "/api/halls/mine" + minor + "/acknowledge", null, "application/json", "{}")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void anOfficerActsAndOnlyAManagerRules() {
		Person officer = Person.of(node, "officer", "OFFICER", "mine");
		Person manager = Person.of(node, "manager", "MANAGER", "mine");
		String hold = "{\"kind\":\"SUPPRESSED\",\"queues\":[\"q9\"],\"reason\":\"drill\"}";
		String rules = AlertHall.only(CRITICAL);
		for (String[] request : new String[][] { { "PUT", "/rules", rules }, { "PUT", "/roster", SHIFTS },
				{ "PUT", "/usual", "{}" }, { "POST", "/alerts/holds", hold },
				{ "DELETE", "/alerts/holds/h1", null } }) {
			Person.Answer answer = officer.send(node.uri("/"), request[0], "/api/halls/mine" + request[1], request[2]);
			assertThat(answer.status()).as(request[1]).isEqualTo(403);
			assertThat(answer.text("detail")).isEqualTo("officer is a OFFICER, which has no right to PLAN.");
		}
		assertThat(manager.send(node.uri("/"), "PUT", "/api/halls/mine/rules", rules).status()).isEqualTo(200);
		assertThat(manager.send(node.uri("/"), "PUT", "/api/halls/mine/roster", SHIFTS).status()).isEqualTo(200);
		Person.Answer placed = manager.post(node.uri("/"), "/api/halls/mine/alerts/holds", hold);
		assertThat(placed.status()).isEqualTo(200);
		assertThat(manager.send(node.uri("/"), "DELETE", "/api/halls/mine/alerts/holds/" + placed.text("hold"), null)
			.status()).isEqualTo(200);
		assertThat(manager.send(node.uri("/"), "PUT", "/api/halls/other/rules", rules).status()).isEqualTo(403);
		assertThat(officer.post(node.uri("/"), "/api/halls/mine" + minor + "/note", "{\"note\":\"I look\"}").status())
			.isEqualTo(200);
	}

	@Test
	void aCookieActsOnlyFromAPageOfThisServer() throws Exception {
		assertThat(new Person("admin", node.admin())
			.post(node.uri("/"), "/api/users",
					"{\"name\":\"li.qiang\",\"password\":\"a long password\",\"role\":\"OFFICER\",\"scope\":\"mine\"}")
			.status()).isEqualTo(201);
		HttpResponse<String> login = node.send("POST", "/api/login", null, "application/json",
				"{\"user\":\"li.qiang\",\"password\":\"a long password\"}");
		String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		String third = "/alerts/" + hall.alertOf(2);
		Person.Answer foreign = Person.answer(withCookie(third, cookie, "http://elsewhere.example"));
		assertThat(foreign.status()).isEqualTo(403);
		assertThat(foreign.text("detail")).contains("a page of this server");
		String own = "http://localhost:" + node.port;
		Person.Answer answer = Person.answer(withCookie(third, cookie, own));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().at("/alert/acknowledgedBy").stringValue()).isEqualTo("li.qiang");
	}

	private static HttpRequest withCookie(String alert, String cookie, String origin) {
		return HttpRequest.newBuilder(node.uri("/api/halls/mine" + alert + "/acknowledge"))
			.header("Cookie", cookie)
			.header("Origin", origin)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{}"))
			.build();
	}

	@ParameterizedTest
	@CsvSource({ "a999999", "a0", "a-1", "b1", "a99999999999999999999" })
	void whatIsNotThereIsNotFound(String alert) {
		assertThat(hall.ask("POST", "/alerts/" + alert + "/acknowledge", "{}").status()).isEqualTo(404);
		assertThat(hall.ask("GET", "/alerts/" + alert, null).status()).isEqualTo(404);
	}

	@Test
	void aHallOrAHoldThatIsNotThereIsNotFound() {
		assertThat(hall.ask("DELETE", "/alerts/holds/h999999", null).status()).isEqualTo(404);
		Person admin = new Person("admin", node.admin());
		assertThat(admin.post(node.uri("/"), "/api/halls/nowhere/alerts/a1/acknowledge", "{}").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "note | {} | note", "note | {\"note\":\" \"} | note",
			"acknowledge | {\"note\":7} | note", "assign | {} | to", "shelve | {\"reason\":\"x\"} | forSeconds",
			"shelve | {\"forSeconds\":59,\"reason\":\"x\"} | forSeconds",
			"shelve | {\"forSeconds\":28801,\"reason\":\"x\"} | forSeconds",
			"shelve | {\"forSeconds\":1.5,\"reason\":\"x\"} | forSeconds", "shelve | {\"forSeconds\":60} | reason",
			"acknowledge | {\"id\":\"0123456789012345678901234567890123456789012345678901234567890123x\"} | id",
			"acknowledge | {\"id\":\"a/1\"} | id", "close | {\"note\":[]} | note", "acknowledge | [] | ''" })
	void aWrongFieldIsNamed(String action, String body, String field) {
		Person.Answer answer = hall.ask("POST", minor + "/" + action, body);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
		assertThat(answer.wrongFields()).isEqualTo(field);
		assertThat(answer.text("detail")).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "PUT | /roster | {} | shifts",
			"PUT | /roster | {\"shifts\":[{\"user\":\"x\"}]} | shifts[0].from",
			"PUT | /roster | {\"shifts\":[{\"user\":\"x\",\"role\":\"UPPER\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-02T00:00:00Z\"}]} | shifts[0].role",
			"POST | /alerts/holds | {\"kind\":\"SUPPRESSED\"} | reason",
			"POST | /alerts/holds | {\"kind\":\"NAP\",\"reason\":\"x\"} | kind", "POST | /alerts/handover | {} | to" })
	void aWrongFieldOfOtherOrdersIsNamed(String method, String path, String body, String field) {
		Person.Answer answer = hall.ask(method, path, body);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
		assertThat(answer.wrongFields()).isEqualTo(field);
	}

	@Test
	void whatIsNoJsonCannotBeRead() {
		assertThat(hall.ask("POST", minor + "/acknowledge", "{oops").status()).isEqualTo(400);
	}

	@Test
	void aCriticalAlertIsNotShelvedButAnotherIsOnce() {
		String body = "{\"forSeconds\":60,\"reason\":\"later\"}";
		Person.Answer refused = hall.ask("POST", critical + "/shelve", body);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("reason")).isEqualTo("CRITICAL_IS_NOT_SHELVED");
		assertThat(refused.text("detail")).contains("critical");
		assertThat(hall.ask("POST", minor + "/unshelve", "{}").text("reason")).isEqualTo("NOT_SHELVED");
		assertThat(hall.ask("POST", minor + "/close", "{}").text("reason")).isEqualTo("STILL_ACTIVE");
		assertThat(hall.ask("POST", minor + "/shelve", body).status()).isEqualTo(200);
		Person.Answer again = hall.ask("POST", minor + "/shelve", body);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text("reason")).isEqualTo("ALREADY_SHELVED");
		assertThat(again.text("by")).isEqualTo(hall.view().at(minor + "/shelvedBy").stringValue());
		assertThat(hall.ask("POST", minor + "/unshelve", "{}").status()).isEqualTo(200);
	}

	/** What a phone sends again because the answer got lost. */
	@Test
	void theSameIdIsAnsweredAsTheFirstTimeAndDoesNothingTwice() {
		Person officer = Person.of(node, "phone", "OFFICER", "mine");
		for (String[] order : new String[][] { { "/note", "\"note\":\"once\"" },
				{ "/assign", "\"to\":\"li.qiang\",\"note\":\"yours\"" },
				{ "/shelve", "\"forSeconds\":60,\"reason\":\"once\"" }, { "/unshelve", "\"note\":\"back\"" } }) {
			assertSame(officer, minor + order[0], "{\"id\":\"phone" + order[0].substring(1) + "\"," + order[1] + "}",
					200);
		}
		// Refused, but the note was kept; then refused without one
		assertSame(officer, minor + "/unshelve", "{\"id\":\"late\",\"note\":\"too late\"}", 409);
		assertSame(officer, minor + "/close", "{\"id\":\"early\"}", 409);
		// All that one has in hand: two alerts
		for (int queue : new int[] { 0, 2 }) {
			officer.post(node.uri("/"), "/api/halls/mine/alerts/" + hall.alertOf(queue) + "/assign",
					"{\"to\":\"phone\"}");
		}
		Person.Answer handed = assertSame(officer, "/alerts/handover", "{\"id\":\"home\",\"to\":\"wang.fang\"}", 200);
		assertThat(handed.body().required("alerts").size()).isEqualTo(2);
		Person manager = Person.of(node, "desktop", "MANAGER", "mine");
		Person.Answer held = assertSame(manager, "/alerts/holds",
				"{\"id\":\"hold\",\"reason\":\"x\",\"zones\":[\"Z\"]}", 200);
		assertThat(held.text("hold")).isNotEmpty();
		// The id of one thing is not that of another
		Person.Answer other = officer.post(node.uri("/"), "/api/halls/mine" + minor + "/note",
				"{\"id\":\"home\",\"note\":\"x\"}");
		assertThat(other.status()).isEqualTo(409);
	}

	private static Person.Answer assertSame(Person person, String path, String body, int status) {
		Person.Answer first = person.post(node.uri("/"), "/api/halls/mine" + path, body);
		assertThat(first.status()).as(first.body().toString()).isEqualTo(status);
		long version = hall.view().required("version").longValue();
		for (int i = 0; i < 2; i++) {
			assertThat(person.post(node.uri("/"), "/api/halls/mine" + path, body)).isEqualTo(first);
		}
		assertThat(hall.view().required("version").longValue()).isEqualTo(version);
		return first;
	}

}
