package io.hallcommand.server.acceptance;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A hall of two zones in which emergencies happen: window 1 and the queue tax in zone A,
 * window 2 and the queue care in zone B.
 */
record EmergencyHall(Node node, String id, Person admin) {

	private static final String PLAN = """
			{"name":{"zh":"测试厅","en":"Test hall"},"level":"%s"%s,
			 "zones":[{"id":"A","name":{"zh":"A 区","en":"zone A"}},{"id":"B","name":{"zh":"B 区","en":"zone B"}}],
			 "queues":[{"id":"tax","name":{"zh":"税务","en":"Tax"}},{"id":"care","name":{"zh":"医保","en":"Care"}}],
			 "windows":[{"id":"1","zone":"A","queues":["tax"]},{"id":"2","zone":"B","queues":["care"]}],
			 "exits":[{"id":"east","name":{"zh":"东门","en":"East"}},{"id":"west","name":{"zh":"西门","en":"West"}}],
			 "assembly":{"zh":"南广场","en":"South square"}}""";

	/** Rules for what is to be done in an emergency stay as they are; others are off. */
	static EmergencyHall create(Node node, String id, String... rules) {
		EmergencyHall hall = new EmergencyHall(node, id, new Person("admin", node.admin()));
		hall.plan("COUNTY", null);
		new AlertHall(node.uri("/"), node.admin(), id).rules(rules);
		return hall;
	}

	void plan(String level, @Nullable String parent) {
		ok(ask(this.admin, "PUT", "/plan",
				PLAN.formatted(level, (parent != null) ? ",\"parent\":\"" + parent + "\"" : "")));
	}

	Person officer(String name) {
		return Person.of(this.node, name, "OFFICER", this.id);
	}

	Person manager(String name) {
		return Person.of(this.node, name, "MANAGER", this.id);
	}

	Person.Answer ask(Person who, String method, String path, @Nullable String body) {
		return who.send(this.node.uri("/"), method, "/api/halls/" + this.id + path, body);
	}

	/** What a device reports. */
	void tell(String type, String data) {
		JsonNode receipt = this.node.post(this.id, List.of("{\"id\":\"" + System.nanoTime()
				+ "\",\"source\":\"panel-1\",\"type\":\"" + type + "\",\"data\":" + data + "}"));
		assertThat(receipt.required("rejectedCount").intValue()).as(receipt.toString()).isZero();
	}

	/** Both windows are open, and somebody waits for each. */
	void open() {
		tell("window.opened", "{\"window\":\"1\"}");
		tell("window.opened", "{\"window\":\"2\"}");
		tell("ticket.issued", "{\"ticket\":\"T1\",\"queue\":\"tax\"}");
		tell("ticket.issued", "{\"ticket\":\"C1\",\"queue\":\"care\"}");
	}

	/** The id of what was declared. */
	String declare(Person who, String body) {
		Person.Answer answer = ask(who, "POST", "/emergencies", body);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
		return answer.body().at("/emergency/id").stringValue();
	}

	Person.Answer act(Person who, String emergency, String action, String body) {
		return ask(who, "POST", "/emergencies/" + emergency + "/" + action, body);
	}

	/** The emergency after it. */
	JsonNode done(Person who, String emergency, String action, String body) {
		return ok(act(who, emergency, action, body)).required("emergency");
	}

	/** The reason for which it was refused. */
	String refused(Person who, String emergency, String action, String body) {
		Person.Answer answer = act(who, emergency, action, body);
		assertThat(answer.status()).as(answer.body().toString()).isIn(404, 409, 422);
		return answer.text("reason");
	}

	static JsonNode ok(Person.Answer answer) {
		assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
		return answer.body();
	}

	JsonNode get(String path) {
		return ok(ask(this.admin, "GET", path, null));
	}

	JsonNode view() {
		return this.node.view(this.id);
	}

	JsonNode inView(String emergency) {
		return view().required("emergencies").path(emergency);
	}

	/** With its whole timeline and its score. */
	JsonNode whole(String emergency) {
		return get("/emergencies/" + emergency);
	}

	/** A timeline's lines as type, who, and what else is said. */
	static List<String> lines(JsonNode emergency) {
		List<String> lines = new ArrayList<>();
		emergency.required("timeline").properties().forEach((line) -> {
			ObjectNode rest = line.getValue().deepCopy().asObject();
			String by = rest.remove("by").stringValue();
			String type = rest.remove("type").stringValue();
			assertThat(rest.remove("at")).isNotNull();
			assertThat(line.getKey()).isEqualTo(Integer.toString(lines.size() + 1));
			lines.add(line(type, by, rest));
		});
		return lines;
	}

	static String line(String type, String by, JsonNode rest) {
		Map<String, JsonNode> fields = new TreeMap<>();
		rest.properties().forEach((field) -> fields.put(field.getKey(), field.getValue()));
		return type + " " + by + " " + fields;
	}

	static ObjectNode fields(Map<String, Object> fields) {
		return HallJson.mapper().valueToTree(fields);
	}

	/** The plan of a kind as it is in force, to be changed. */
	ObjectNode plan(String kind) {
		return get("/emergencies/plans").required("plans").required(kind).deepCopy().asObject();
	}

	int replace(Person manager, String kind, JsonNode plan) {
		return ok(ask(manager, "PUT", "/emergencies/plans/" + kind, plan.toString())).required("edition").intValue();
	}

	/** A plan of these many steps of which none waits for another. */
	ObjectNode planOf(String kind, int steps) {
		ObjectNode plan = plan(kind);
		ArrayNode all = plan.putArray("steps");
		for (int i = 0; i < steps; i++) {
			all.addObject()
				.put("id", "s" + i)
				.put("title", "Step " + i)
				.put("role", "SERVICE")
				.put("targetSeconds", 600);
		}
		return plan;
	}

	/** The newest alert of a queue, or of a task of an emergency. */
	JsonNode alert(String pointer, String value) {
		JsonNode newest = HallJson.mapper().missingNode();
		for (JsonNode alert : view().required("alerts")) {
			newest = alert.at(pointer).stringValue("").equals(value) ? alert : newest;
		}
		return newest;
	}

	void awaitAlert(String pointer, String value, String state) {
		await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode alert = alert(pointer, value);
			assertThat(alert.path("state").stringValue("")).as(alert.toString()).isEqualTo(state);
		});
	}

	/** What others are told, the oldest first. */
	List<String> cap() {
		HttpResponse<String> feed = this.node.send("GET", "/api/halls/" + this.id + "/emergencies/cap",
				this.node.admin(), null, null);
		assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
		List<String> messages = new ArrayList<>();
		for (String part : feed.body().split("/emergencies/cap/")) {
			int end = part.indexOf('"');
			if (part.startsWith(this.id + ".") && end > 0) {
				HttpResponse<String> message = this.node.send("GET",
						"/api/halls/" + this.id + "/emergencies/cap/" + part.substring(0, end), this.node.admin(), null,
						null);
				assertThat(message.statusCode()).as(message.body()).isEqualTo(200);
				assertThat(message.headers().firstValue("Content-Type").orElse("")).startsWith("application/cap+xml");
				messages.addFirst(message.body());
			}
		}
		return messages;
	}

	/** The content of the first element of this name. */
	static String xml(String message, String element) {
		int begin = message.indexOf("<" + element + ">");
		int end = message.indexOf("</" + element + ">");
		return (begin < 0) ? "" : message.substring(begin + element.length() + 2, end);
	}

}
