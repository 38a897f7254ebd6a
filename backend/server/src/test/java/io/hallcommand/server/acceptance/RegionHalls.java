package io.hallcommand.server.acceptance;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes small halls of a tree. One is over its limit as soon as anybody waits.
 */
record RegionHalls(Node node) {

	private static final AtomicInteger EVENTS = new AtomicInteger();

	private static final String PLAN = """
			{"name":{"zh":"%1$s 厅","en":"Hall %1$s"},"level":"%2$s"%3$s,"timeZone":"Asia/Shanghai",
			 "zones":[{"id":"A","name":"A"}],
			 "queues":[{"id":"q","name":{"zh":"综合","en":"General"}},{"id":"tax","name":"Tax"},{"id":"care","name":"Care"}],
			 "windows":[{"id":"1","zone":"A","queues":["q"]},{"id":"2","zone":"A","queues":["tax"]},
			 {"id":"3","zone":"A","queues":["care"]}]}""";

	private static final String RULES = AlertHall.only("""
			"queue-length":{"scope":{"queues":["q"]},"levels":[{"threshold":0,"severity":"CRITICAL"}],
			 "onDelaySeconds":0,"offDelaySeconds":0,"escalation":[],"remindAfterSeconds":0}""");

	/** Makes the hall, or moves it. */
	void make(String hall, String level, @Nullable String parent) {
		int status = plan(hall, level, parent);
		assertThat(status).isIn(200, 201);
		if (status == 201) {
			assertThat(put(hall, "/rules", RULES)).isEqualTo(200);
		}
	}

	/** Makes the hall with the rules of all halls, or moves it. */
	int plan(String hall, String level, @Nullable String parent) {
		return put(hall, "/plan",
				PLAN.formatted(hall, level, (parent != null) ? ",\"parent\":\"" + parent + "\"" : ""));
	}

	/** Somebody waits: that is too long. */
	void breach(String hall) {
		int number = EVENTS.incrementAndGet();
		tell(hall, number, "ticket.issued", "\"ticket\":\"Q-" + hall + "\",\"queue\":\"q\"");
	}

	/** Nobody waits any more. */
	void over(String hall) {
		tell(hall, EVENTS.incrementAndGet(), "ticket.abandoned", "\"ticket\":\"Q-" + hall + "\"");
	}

	private void tell(String hall, int number, String type, String data) {
		assertThat(new Person("admin", this.node.admin())
			.post(this.node.uri("/"), "/api/halls/" + hall + "/events",
					"[{\"id\":\"e%d\",\"source\":\"kiosk\",\"type\":\"%s\",\"data\":{%s}}]".formatted(number, type,
							data))
			.body()
			.path("accepted")
			.intValue(0)).isOne();
	}

	private int put(String hall, String path, String body) {
		return new Person("admin", this.node.admin()).send(this.node.uri("/"), "PUT", "/api/halls/" + hall + path, body)
			.status();
	}

}
