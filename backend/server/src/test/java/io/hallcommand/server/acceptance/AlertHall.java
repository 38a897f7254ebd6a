package io.hallcommand.server.acceptance;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hall with many queues, in which each that has somebody waiting has an alert. Spoken
 * to as an administrator.
 */
record AlertHall(URI server, String token, String hall) {

	/** As soon as anybody waits. */
	static final String ANYBODY = """
			"queue-length":{"levels":[{"threshold":0,"severity":"MAJOR"}],"onDelaySeconds":0,"offDelaySeconds":0,
			 "escalation":[],"remindAfterSeconds":0}""";

	/** The rules that all halls have at first. */
	private static final List<String> STANDARD = List.of("wait-overtime", "service-overtime", "call-unanswered",
			"window-idle", "window-away", "queue-unmanned", "queue-length", "hall-load", "source-silent", "clock-off");

	/** Makes the hall, with queues q0, q1, and so on. */
	static AlertHall create(URI server, String token, String hall, int queues, String... rules) {
		AlertHall made = new AlertHall(server, token, hall);
		made.plan(queues, null);
		made.rules(rules);
		return made;
	}

	void plan(int queues, @Nullable String parent) {
		String plan = """
				{"name":"Hall","level":"CITY"%s,"zones":[{"id":"A","name":"A"}],"queues":[%s],
				 "windows":[{"id":"1","zone":"A","queues":["q0"]}]}""".formatted(
				(parent != null) ? ",\"parent\":\"" + parent + "\"" : "",
				IntStream.range(0, queues)
					.mapToObj((i) -> "{\"id\":\"q" + i + "\",\"name\":\"Q" + i + "\"}")
					.collect(Collectors.joining(",")));
		assertThat(ask("PUT", "/plan", plan).status()).isIn(200, 201);
	}

	/** Only these rules, each as a member of the rules' object; all others are off. */
	static String only(String... rules) {
		ObjectNode patch = HallJson.mapper().createObjectNode();
		ObjectNode byId = patch.putObject("rules");
		STANDARD.forEach((id) -> byId.putObject(id).put("enabled", false));
		HallJson.mapper()
			.readTree(Stream.of(rules).collect(Collectors.joining(",", "{", "}")))
			.properties()
			.forEach((rule) -> byId.set(rule.getKey(), rule.getValue()));
		return patch.toString();
	}

	void rules(String... rules) {
		Person.Answer answer = ask("PUT", "/rules", only(rules));
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
		assertThat(answer.body().required("failed").intValue()).isZero();
	}

	/** Somebody comes to each of these queues. */
	void come(int from, int until) {
		tell(IntStream.range(from, until)
			.mapToObj((i) -> event("issued", i, ",\"queue\":\"q" + i + "\""))
			.collect(Collectors.joining(",", "[", "]")));
	}

	/** Who waits in this queue goes. */
	void go(int queue) {
		tell(event("abandoned", queue, ""));
	}

	private static String event(String type, int queue, String more) {
		return "{\"id\":\"%s-%d\",\"source\":\"kiosk\",\"type\":\"ticket.%s\",\"data\":{\"ticket\":\"T%d\"%s}}"
			.formatted(type, queue, type, queue, more);
	}

	private void tell(String events) {
		assertThat(ask("POST", "/events", events).body().path("rejectedCount").intValue(-1)).isZero();
	}

	Person.Answer ask(String method, String path, @Nullable String body) {
		return new Person("admin", this.token).send(this.server, method, "/api/halls/" + this.hall + path, body);
	}

	JsonNode view() {
		return ask("GET", "", null).body();
	}

	/** The newest alert of a queue. */
	String alertOf(int queue) {
		return alertOf("q" + queue);
	}

	String alertOf(String queue) {
		String found = "";
		for (var alert : view().required("alerts").properties()) {
			if (alert.getValue().at("/subject/queue").stringValue("").equals(queue)) {
				found = alert.getKey();
			}
		}
		assertThat(found).as("an alert of " + queue + " in " + view()).isNotEmpty();
		return found;
	}

	/** The journal's lines of one type. */
	static List<JsonNode> ofType(Node node, String hall, String type) {
		return node.journal(hall).stream().filter((line) -> line.required("type").stringValue().equals(type)).toList();
	}

}
