package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of alerts when the only node is killed and comes back.
 */
class AlertRestartTest {

	/** Longer than the server needs to be killed, shorter than it needs to start. */
	private static final int SOON = 5;

	@Test
	void alertsOutliveAPowerCutAndWhatFellDueMeanwhileHappens(@TempDir Path data) {
		TestDatabase database = TestServices.newDatabase();
		List<String> properties = new ArrayList<>(database.properties());
		properties.addAll(TestServices.redis().properties());
		try (ServerProcess server = new ServerProcess(data, properties, "hall.demo.enabled=false").start()) {
			String token = server.credential("adminToken");
			AlertHall kept = AlertHall.create(server.uri(), token, "kept", 6, AlertHall.ANYBODY);
			inEveryState(kept);
			AlertHall shelved = AlertHall.create(server.uri(), token, "shelved", 1, AlertHall.ANYBODY);
			shelved.come(0, 1);
			act(shelved, 0, "shelve", "{\"forSeconds\":60,\"reason\":\"lunch\"}");
			String until = shelved.view().at("/alerts/" + shelved.alertOf(0) + "/shelvedUntil").stringValue();
			AlertHall late = AlertHall.create(server.uri(), token, "late", 1, """
					"wait-overtime":{"unit":"SECONDS","levels":[{"threshold":%d,"severity":"MAJOR"}],"escalation":[]}"""
				.formatted(SOON));
			JsonNode before = kept.view();
			late.come(0, 1);
			Instant due = Instant.now().plusSeconds(SOON);
			server.kill();
			assertThat(Instant.now()).as("it was killed in time").isBefore(due);
			assertThat(count(database, "late", "alert.raised", "")).isZero();
			aMinutePasses(database, until);
			await().atMost(Duration.ofSeconds(SOON + 1)).until(() -> Instant.now().isAfter(due));
			server.start();
			// Nobody asks for these halls: they wake by themselves
			await().atMost(Duration.ofSeconds(15)).until(() -> count(database, "late", "alert.raised", "") == 1);
			await().atMost(Duration.ofSeconds(15))
				.until(() -> count(database, "shelved", "alert.unshelved", "EXPIRED") == 1);
			assertThat(late.view().at("/alerts/" + late.alertOf(0) + "/state").stringValue())
				.isEqualTo("UNACKNOWLEDGED");
			assertThat(shelved.view().at("/alerts/" + shelved.alertOf(0) + "/state").stringValue())
				.isEqualTo("UNACKNOWLEDGED");
			assertThat(kept.view()).isEqualTo(before);
		}
	}

	private static void inEveryState(AlertHall hall) {
		hall.come(0, 6);
		act(hall, 1, "acknowledge", "{\"note\":\"on my way\"}");
		act(hall, 2, "shelve", "{\"forSeconds\":28800,\"reason\":\"known\"}");
		assertThat(hall
			.ask("POST", "/alerts/holds",
					"{\"kind\":\"OUT_OF_SERVICE\",\"queues\":[\"q3\"],\"reason\":\"machine broken\"}")
			.status()).isEqualTo(200);
		hall.go(4);
		act(hall, 5, "acknowledge", "{}");
		hall.go(5);
		assertThat(hall.ask("PUT", "/roster", """
				{"shifts":[{"user":"li.qiang","role":"OFFICER","from":"2026-01-01T08:00:00+08:00",
				 "until":"2036-01-01T08:00:00+08:00"}]}""").status()).isEqualTo(200);
		List<String> states = List.of("UNACKNOWLEDGED", "ACKNOWLEDGED", "SHELVED", "OUT_OF_SERVICE", "CLEARED",
				"CLOSED");
		JsonNode view = hall.view();
		for (int queue = 0; queue < states.size(); queue++) {
			assertThat(view.at("/alerts/" + hall.alertOf(queue) + "/state").stringValue()).isEqualTo(states.get(queue));
		}
		assertThat(view.required("holds").size()).isEqualTo(1);
		assertThat(view.required("duty").size()).isEqualTo(1);
	}

	private static void act(AlertHall hall, int queue, String action, String body) {
		Person.Answer answer = hall.ask("POST", "/alerts/" + hall.alertOf(queue) + "/" + action, body);
		assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
	}

	/**
	 * The shortest shelf is a minute: it is taken from the journal's own times instead of
	 * being waited for.
	 */
	private static void aMinutePasses(TestDatabase database, String until) {
		Instant end = OffsetDateTime.parse(until).toInstant();
		assertThat(database
			.number("""
					with moved as (
						update hall set wakes_at = wakes_at - interval '60 s'
						where id = 'shelved' and wakes_at between timestamptz '%1$s' and timestamptz '%1$s' + interval '1 ms'
						returning key
					), changed as (
						update journal j set data = replace(data::text, '%1$s', '%2$s')::json from moved m
						where j.hall = m.key and j.type = 'alert.shelved' and data::text like '%%%1$s%%'
						returning 1
					) select count(*) from changed"""
				.formatted(end, end.minusSeconds(60))))
			.isEqualTo(1);
	}

	private static long count(TestDatabase database, String hall, String type, String data) {
		return database.number("select count(*) from journal j join hall h on h.key = j.hall where h.id = '" + hall
				+ "' and j.type = '" + type + "' and j.data::text like '%" + data + "%'");
	}

}
