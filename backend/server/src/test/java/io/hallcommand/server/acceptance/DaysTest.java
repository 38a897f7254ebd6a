package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.replay.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Calls, ratings and what is usual, over the days of a hall and over restarts.
 */
class DaysTest {

	private static final String HALL = "days";

	private Path data;

	private final TestDatabase database = TestServices.newDatabase();

	private final TestRedis redis = TestServices.redis();

	private Node node;

	private int events;

	@BeforeEach
	void start(@TempDir Path directory) {
		this.data = directory;
		this.node = node();
		this.node.createHall(HALL, "REPLAY");
	}

	@AfterEach
	void stop() {
		this.node.close();
	}

	@Test
	void aDayEndsAndItsCallsAndRatingsMakeRoomForWhatIsUsual() throws Exception {
		try (Screen screen = new SseScreen(this.node, HALL)) {
			screen.connect();
			show(screen, day("2026-11-06", 2));
			JsonNode view = screen.picture().view();
			assertThat(view.at("/windows/2/lastCall").toString())
				.isEqualTo("{\"ticket\":\"T1\",\"queue\":\"tax\",\"at\":\"2026-11-06T09:46:00+08:00\",\"times\":2}");
			assertThat(view.at("/windows/1/lastCall").isMissingNode()).isTrue();
			assertThat(view.at("/today/ratings").toString()).isEqualTo("{\"count\":2,\"satisfied\":1}");
			assertThat(view.at("/today/usual").isMissingNode()).isTrue();
			assertThat(screen.picture().snapshots()).as("all of it came as patches").isEqualTo(1);

			show(screen, List.of(alive("2026-11-07T09:00:00+08:00")));
			view = screen.picture().view();
			assertThat(view).isEqualTo(this.node.view(HALL));
			assertThat(view.at("/windows/2/lastCall").isMissingNode()).isTrue();
			assertThat(view.at("/today/ratings").isMissingNode()).isTrue();
			assertThat(view.at("/today/usual").isMissingNode()).as("no Saturday was seen").isTrue();

			show(screen, day("2026-11-13", 4));
			show(screen, List.of(alive("2026-11-20T09:00:00+08:00")));
			view = screen.picture().view();
			assertThat(view).isEqualTo(this.node.view(HALL));
			JsonNode usual = view.at("/today/usual");
			assertThat(usual.required("days").intValue()).isEqualTo(2);
			assertThat(usual.required("issued").intValue()).as("of 2 and 4").isEqualTo(3);
			assertThat(usual.required("served").intValue()).isEqualTo(1);
			assertThat(usual.required("averageWaitSeconds").intValue()).isEqualTo(2700);
			assertThat(usual.required("intervals").toString())
				.startsWith("{\"09:00\":{\"issued\":3,\"served\":0,\"waiting\":3}");
		}
	}

	@Test
	void allOfItOutlivesARestartFromSnapshotsAndIsTheFoldOfTheJournal() throws Exception {
		this.node.post(HALL, day("2026-11-06", 3));
		this.node.post(HALL, day("2026-11-13", 5));
		JsonNode before = this.node.view(HALL);
		assertThat(before.at("/today/usual/issued").intValue()).isEqualTo(3);
		assertThat(before.at("/windows/2/lastCall/times").intValue()).isEqualTo(2);
		assertThat(before.at("/today/ratings/count").intValue()).isEqualTo(2);
		await().until(() -> this.database.number("select count(*) from snapshot where format = 5") > 0);
		this.node.close();
		this.node = node();
		assertThat(this.node.view(HALL)).isEqualTo(before);
		try (HallClient client = new HallClient(this.node.uri("/"), new HallId(HALL), this.node.admin())) {
			assertThat(Verification.of(client).differences()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0     | data.grade | is not a whole number from 1 to 5
			6     | data.grade | is not a whole number from 1 to 5
			"5"   | data.grade | is not a whole number from 1 to 5
			null  | data.grade | is missing
			""")
	void aRatingThatCannotBeOneIsRejectedWithFieldAndReason(String grade, String field, String reason) {
		JsonNode answer = this.node.post(HALL,
				List.of(event("ticket.rated", "2026-11-06T09:00:00+08:00", "\"ticket\":\"T1\",\"grade\":" + grade),
						event("ticket.rated", "2026-11-06T09:00:00+08:00", "\"ticket\":\"T1\",\"grade\":3")));
		assertThat(answer.required("accepted").intValue()).isEqualTo(1);
		assertThat(answer.at("/rejected/0/index").intValue()).isZero();
		assertThat(answer.at("/rejected/0/problem").toString()).contains(field, reason);
		assertThat(this.node.view(HALL).at("/today/ratings").toString()).isEqualTo("{\"count\":1,\"satisfied\":1}");
	}

	@Test
	void aHallFromAnotherSystemBringsWhatIsUsualThere() {
		Person manager = Person.of(this.node, "li.qiang", "MANAGER", HALL);
		this.node.post(HALL, List.of(alive("2026-11-06T09:00:00+08:00")));
		String days = "{\"FRIDAY\":{\"days\":3,\"issued\":120.5,\"served\":118,\"onTimeRate\":0.95,"
				+ "\"intervals\":{\"09:00\":{\"issued\":20,\"served\":10,\"waiting\":10}}}}";
		Person.Answer refused = usual(manager, "PUT", days.replace("09:00", "09:05"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.wrongFields()).isEqualTo("FRIDAY.intervals");
		assertThat(usual(manager, "PUT", null).status()).as("nothing does not mean that nothing is usual")
			.isEqualTo(422);
		assertThat(usual(manager, "PUT", days).status()).isEqualTo(200);
		long version = usual(manager, "PUT", days).body().required("version").longValue();
		assertThat(usual(manager, "GET", null).body().toString()).isEqualTo(days);
		JsonNode view = this.node.view(HALL);
		assertThat(view.required("version").longValue()).as("the same once more is no event").isEqualTo(version);
		assertThat(view.at("/today/usual").toString())
			.isEqualTo(days.substring("{\"FRIDAY\":".length(), days.length() - 1));
		JsonNode entry = this.node.journal(HALL).getLast();
		assertThat(entry.required("type").stringValue()).isEqualTo("usual.given");
		assertThat(entry.at("/data/actor").stringValue()).isEqualTo("li.qiang");
		assertThat(usual(Person.of(this.node, "an.officer", "OFFICER", HALL), "PUT", days).status()).isEqualTo(403);
		assertThat(usual(Person.of(this.node, "a.wall", "WALL", HALL), "GET", null).status()).isEqualTo(200);
	}

	private Person.Answer usual(Person person, String method, @Nullable String body) {
		return person.send(this.node.uri("/"), method, "/api/halls/" + HALL + "/usual", body);
	}

	private Node node() {
		return Node.start(this.database, this.redis, this.data, "hall.demo.enabled=false", "hall.live.snapshot-every=3",
				"hall.live.cadence=5ms");
	}

	private void show(Screen screen, List<String> reports) {
		screen.awaitVersion(this.node.post(HALL, reports).required("version").longValue());
		screen.awaitVersion(this.node.view(HALL).required("version").longValue());
	}

	/** So many come at nine; the first is served after 45 minutes, the others leave. */
	private List<String> day(String date, int visitors) {
		List<String> day = new ArrayList<>();
		day.add(event("window.opened", date + "T08:55:00+08:00", "\"window\":\"2\""));
		for (int i = 1; i <= visitors; i++) {
			day.add(event("ticket.issued", date + "T09:00:00+08:00", "\"ticket\":\"T" + i + "\",\"queue\":\"tax\""));
		}
		day.add(event("ticket.called", date + "T09:45:00+08:00", "\"ticket\":\"T1\",\"window\":\"2\""));
		day.add(event("ticket.recalled", date + "T09:46:00+08:00", "\"ticket\":\"T1\""));
		day.add(event("ticket.started", date + "T09:47:00+08:00", "\"ticket\":\"T1\",\"window\":\"2\""));
		day.add(event("ticket.completed", date + "T09:59:00+08:00", "\"ticket\":\"T1\""));
		day.add(event("ticket.rated", date + "T09:59:30+08:00", "\"ticket\":\"T1\",\"grade\":5,\"window\":\"2\""));
		for (int i = 2; i <= visitors; i++) {
			day.add(event("ticket.abandoned", date + "T10:00:00+08:00", "\"ticket\":\"T" + i + "\""));
		}
		day.add(event("ticket.rated", date + "T10:05:00+08:00", "\"ticket\":\"T0\",\"grade\":1"));
		day.add(event("window.closed", date + "T17:00:00+08:00", "\"window\":\"2\""));
		return day;
	}

	private String alive(String time) {
		return event("device.alive", time, "");
	}

	private String event(String type, String time, String data) {
		return "{\"id\":\"e%d\",\"source\":\"s\",\"type\":\"%s\",\"time\":\"%s\",\"data\":{%s}}"
			.formatted(this.events++, type, time, data);
	}

}
