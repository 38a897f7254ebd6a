package io.hallcommand.server.acceptance;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.hallcommand.server.testing.Receiver;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happens in a hall is told to those outside who want to know it, and counted, with
 * two whole servers on one database.
 */
class AlertsToldTest {

	private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);

	private static final Receiver receiver = Receiver.takingAll();

	private static Node node;

	private static Node other;

	@BeforeAll
	static void start(@TempDir Path data, @TempDir Path otherData) {
		TestDatabase database = TestServices.newDatabase();
		node = Node.start(database, TestServices.redis(), data);
		other = Node.start(database, TestServices.redis(), otherData);
	}

	@AfterAll
	static void stop() {
		node.close();
		other.close();
		receiver.close();
	}

	@Test
	void anAlertBelowIsToldOnceAndSoIsWhoSawToIt() {
		send(node, "PUT", "city/plan", "{\"name\":\"City\"}");
		send(node, "PUT", "hall/plan", Node.PLAN.formatted("REPLAY").replaceFirst("\\{", "{\"parent\":\"city\","));
		send(node, "POST", "city/webhooks", "{\"url\":\"" + receiver.url() + "\",\"lowestSeverity\":\"CRITICAL\"}");
		// T1 waits for longer than half an hour, as the hall learns from what happens to
		// T2
		node.post("hall", List.of(issued("T1", YESTERDAY), issued("T2", YESTERDAY.plusSeconds(1_801))));
		await().atMost(Duration.ofSeconds(20)).until(() -> told("alert.changed") != null);
		JsonNode changed = told("alert.changed");
		assertThat(changed).isNotNull();
		assertThat(changed.at("/data/hall").stringValue()).isEqualTo("hall");
		assertThat(changed.at("/data/event/severity").stringValue()).isEqualTo("CRITICAL");
		assertThat(told("alert.raised")).as("it was MINOR then").isNull();
		String alert = changed.at("/data/event/alert").stringValue();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> other.send("GET", "/api/halls/hall", node.admin(), null, null).statusCode() == 200);
		send(other, "POST", "hall/alerts/" + alert + "/acknowledge", "{\"note\":\"on my way\"}");
		await().atMost(Duration.ofSeconds(20)).until(() -> told("alert.acknowledged") != null);
		JsonNode acknowledged = told("alert.acknowledged");
		assertThat(acknowledged).isNotNull();
		assertThat(acknowledged.at("/data/event/alert").stringValue()).isEqualTo(alert);
		assertThat(acknowledged.at("/data/event/note").stringValue()).isEqualTo("on my way");
		assertThat(receiver.heard).extracting(Receiver.Message::id).doesNotHaveDuplicates();
		JsonNode quality = send(other, "GET",
				"hall/alerts/quality?from=" + YESTERDAY + "&to=" + YESTERDAY.plus(Duration.ofHours(1)), null);
		assertThat(quality.at("/priorities/MINOR/count").intValue()).isPositive();
		assertThat(quality.at("/priorities/CRITICAL/count").intValue()).isPositive();
		assertThat(quality.at("/acknowledge/count").intValue()).isOne();
		assertThat(quality.at("/topSources/0/subject/queue").stringValue()).isEqualTo("tax");
	}

	private static String issued(String ticket, Instant time) {
		return "{\"id\":\"%s\",\"source\":\"kiosk\",\"type\":\"ticket.issued\",\"time\":\"%s\",\"data\":{\"ticket\":\"%1$s\",\"queue\":\"tax\"}}"
			.formatted(ticket, time);
	}

	private static @Nullable JsonNode told(String type) {
		return receiver.heard.stream()
			.map((message) -> HallJson.mapper().readTree(message.body()))
			.filter((body) -> body.required("type").stringValue().equals(type))
			.findFirst()
			.orElse(null);
	}

	private static JsonNode send(Node to, String method, String path, @Nullable String body) {
		HttpResponse<String> response = to.send(method, "/api/halls/" + path, node.admin(),
				(body != null) ? "application/json" : null, body);
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
		return HallJson.mapper().readTree(response.body());
	}

}
