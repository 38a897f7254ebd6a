package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestPostgres;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An emergency is declared while the database does not answer: every screen shows it, it
 * is marked, and it enters the journal exactly once.
 */
class LifelineTest {

	private static final int WALLS = 20;

	private static final String FIRE = "{\"id\":\"%s\",\"kind\":\"FIRE\",\"zones\":[\"A\"],\"what\":\"冒烟\"}";

	private final TestPostgres postgres = TestServices.postgres();

	private boolean frozen;

	@AfterEach
	void thaw() {
		if (this.frozen) {
			this.postgres.thaw();
			this.frozen = false;
		}
	}

	private void freeze() {
		this.postgres.freeze();
		this.frozen = true;
	}

	@Test
	void declarationAndEndReachEveryScreenAndAreRecordedOnce(@TempDir Path data) {
		TestDatabase database = TestServices.newDatabase();
		try (Node node = Node.start(database, TestServices.redis(), data)) {
			node.createHall("h", "LIVE");
			Person zhou = Person.of(node, "zhou.min", "OFFICER", null);
			Person li = Person.of(node, "li.qiang", "OFFICER", null);
			assertThat(
					Stream.of(zhou, li).map((each) -> each.send(node.uri("/"), "GET", "/api/halls/h", null).status()))
				.as("both are known before the database goes")
				.containsOnly(200);
			List<SseScreen> walls = walls(node.port, node.admin(), "h");
			SseScreen board = SseScreen.ofVisitors(node, Person.of(node, "entrance", "BOARD", "h").token(), "h");
			board.picture().neverHears("zhou.min", "li.qiang", "冒烟");
			board.connect();
			board.awaitVersion(1);
			freeze();
			Person.Answer declared = zhou.post(node.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-1"));
			assertThat(declared.status()).as(declared.body().toString()).isEqualTo(202);
			assertThat(declared.body().required("recorded").booleanValue()).isFalse();
			String id = declared.body().at("/emergency/id").stringValue();
			all(walls, (wall) -> state(wall, id).equals("ACTIVE"));
			all(List.of(board), (each) -> state(each, id).equals("ACTIVE"));
			assertThat(board.picture().unrecorded().required(id).required("instruction").stringValue())
				.isEqualTo("EVACUATE");
			for (SseScreen wall : walls) {
				JsonNode shown = wall.picture().unrecorded().required(id);
				assertThat(shown.required("instruction").stringValue()).isEqualTo("EVACUATE");
				assertThat(shown.at("/headline/zh").stringValue()).startsWith("A 区");
				assertThat(wall.picture().view().required("emergencies").size()).as("what is recorded").isZero();
			}
			String path = "/api/halls/h/emergencies/" + id;
			assertThat(zhou.post(node.uri("/"), path + "/note", "{\"text\":\"waits\"}").status())
				.as("nothing else is shown before it is recorded")
				.isEqualTo(503);
			assertThat(zhou.post(node.uri("/"), path + "/end", "{\"id\":\"tap-2\"}").status()).isEqualTo(202);
			all(walls, (wall) -> state(wall, id).equals("ENDING"));
			Person.Answer alone = zhou.post(node.uri("/"), path + "/end", "{\"id\":\"tap-3\"}");
			assertThat(alone.status()).as(alone.body().toString()).isEqualTo(409);
			assertThat(alone.text("reason")).isEqualTo("SAME_OFFICER");
			assertThat(li.post(node.uri("/"), path + "/end", "{\"id\":\"tap-4\"}").status()).isEqualTo(202);
			all(walls, (wall) -> state(wall, id).equals("ENDED"));
			all(List.of(board), (each) -> state(each, id).equals("ENDED"));
			Instant thawed = Instant.now();
			thaw();
			all(walls, (wall) -> wall.picture().unrecorded().isEmpty()
					&& wall.picture().view().at("/emergencies/" + id + "/state").stringValue("").equals("ENDED"));
			assertThat(types(node, "h")).containsExactly("emergency.declared", "emergency.endProposed",
					"emergency.ended");
			JsonNode view = node.view("h").at("/emergencies/" + id);
			assertThat(OffsetDateTime.parse(view.required("declaredAt").stringValue()).toInstant())
				.as("when it was said, not when it was recorded")
				.isBefore(thawed);
			Person.Answer again = zhou.post(node.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-1"));
			assertThat(again.body().at("/emergency/id").stringValue()).as(again.body().toString()).isEqualTo(id);
			assertThat(types(node, "h")).hasSize(3);
			all(List.of(board), (each) -> each.picture().unrecorded().isEmpty());
			board.close();
			walls.forEach(SseScreen::close);
		}
	}

	@Test
	void whatWasDeclaredOutlivesAKilledNode(@TempDir Path data) {
		TestDatabase database = TestServices.newDatabase();
		List<String> properties = new ArrayList<>(database.properties());
		properties.addAll(TestServices.redis().properties());
		try (ServerProcess server = new ServerProcess(data, properties, "hall.demo.enabled=false").start()) {
			Person admin = new Person("admin", server.credential("adminToken"));
			for (String hall : List.of("desk", "panel")) {
				assertThat(admin.send(server.uri(), "PUT", "/api/halls/" + hall + "/plan", Node.PLAN.formatted("LIVE"))
					.status()).isEqualTo(201);
			}
			List<SseScreen> walls = new ArrayList<>(walls(server.port, admin.token(), "desk"));
			SseScreen panel = new SseScreen(server.port, admin.token(), "panel");
			panel.connect();
			panel.awaitVersion(1);
			freeze();
			Person.Answer declared = admin.post(server.uri(), "/api/halls/desk/emergencies", FIRE.formatted("tap-1"));
			assertThat(declared.status()).as(declared.body().toString()).isEqualTo(202);
			String id = declared.body().at("/emergency/id").stringValue();
			all(walls, (wall) -> state(wall, id).equals("ACTIVE"));
			Person.Answer signalled = admin.post(server.uri(), "/api/halls/panel/events",
					"""
							{"id":"s1","source":"panel-1","type":"emergency.signalled","data":{"kind":"GAS_LEAK","zone":"A"}}""");
			assertThat(signalled.status()).as("the device is to say it again").isEqualTo(503);
			all(List.of(panel), (wall) -> wall.picture().unrecorded().size() == 1);
			server.kill();
			// What the database had heard before it froze, it may now do: once all the
			// same
			thaw();
			server.start();
			await().atMost(Duration.ofSeconds(30)).until(() -> count(database, "emergency.declared") == 2);
			Person.Answer again = admin.post(server.uri(), "/api/halls/panel/events",
					"""
							{"id":"s1","source":"panel-1","type":"emergency.signalled","data":{"kind":"GAS_LEAK","zone":"A"}}""");
			assertThat(again.body().required("duplicates").intValue()).isEqualTo(1);
			// Every wall comes back into the takeover by itself
			walls.add(panel);
			walls.forEach(SseScreen::connect);
			all(walls, (wall) -> wall.picture().unrecorded().isEmpty()
					&& wall.picture().view().required("emergencies").size() == 1);
			assertThat(walls.getFirst().picture().view().at("/emergencies/" + id + "/state").stringValue())
				.isEqualTo("ACTIVE");
			server.kill();
			server.start();
			assertThat(admin.send(server.uri(), "GET", "/api/halls/desk/emergencies", null)
				.body()
				.required("emergencies")
				.size()).isEqualTo(1);
			assertThat(count(database, "emergency.declared")).as("not once more after another start").isEqualTo(2);
			walls.forEach(SseScreen::close);
		}
	}

	@Test
	void whatTwoNodesDeclareMeanwhileIsOneEmergency(@TempDir Path one, @TempDir Path two) {
		TestDatabase database = TestServices.newDatabase();
		try (Node first = Node.start(database, TestServices.redis(), one);
				Node second = Node.start(database, TestServices.redis(), two)) {
			first.createHall("h", "LIVE");
			Person zhou = Person.of(first, "zhou.min", "OFFICER", null);
			Person li = Person.of(first, "li.qiang", "OFFICER", null);
			for (Node node : List.of(first, second)) {
				await().atMost(Duration.ofSeconds(20))
					.until(() -> Stream.of(zhou, li)
						.allMatch((each) -> each.send(node.uri("/"), "GET", "/api/halls/h", null).status() == 200));
			}
			List<SseScreen> walls = new ArrayList<>(walls(first.port, first.admin(), "h"));
			walls.addAll(walls(second.port, second.admin(), "h"));
			freeze();
			Person.Answer mine = zhou.post(first.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-1"));
			Person.Answer retried = zhou.post(second.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-1"));
			Person.Answer other = li.post(second.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-9"));
			assertThat(List.of(mine.status(), retried.status(), other.status())).containsOnly(202);
			assertThat(retried.body().at("/emergency/id")).isEqualTo(mine.body().at("/emergency/id"));
			all(walls, (wall) -> wall.picture().unrecorded().size() == 1);
			thaw();
			all(walls, (wall) -> wall.picture().unrecorded().isEmpty()
					&& wall.picture().view().required("emergencies").size() == 1);
			await().atMost(Duration.ofSeconds(20)).until(() -> count(database, "emergency.%") == 2);
			assertThat(types(first, "h")).containsExactly("emergency.declared", "emergency.sighted");
			await().atMost(Duration.ofSeconds(20)).until(() -> first.view("h").equals(second.view("h")));
			assertThat(first.view("h").required("emergencies").iterator().next().required("sightings").intValue())
				.isEqualTo(2);
			walls.forEach(SseScreen::close);
		}
	}

	@Test
	void anOfficerWhoseDeskIsOpenIsKnownHoweverLongTheDatabaseIsAway(@TempDir Path data) {
		TestDatabase database = TestServices.newDatabase();
		try (Node node = Node.start(database, TestServices.redis(), data, "hall.access.trust=100ms",
				"hall.access.trust-without-store=200ms")) {
			node.createHall("h", "LIVE");
			Person open = Person.of(node, "zhou.min", "OFFICER", null);
			Person away = Person.of(node, "li.qiang", "OFFICER", null);
			assertThat(away.send(node.uri("/"), "GET", "/api/halls/h", null).status()).isEqualTo(200);
			Instant seen = Instant.now();
			try (SseScreen desk = new SseScreen(node.port, open.token(), "h")) {
				desk.connect();
				desk.awaitVersion(1);
				await().until(() -> Instant.now().isAfter(seen.plusMillis(300)));
				freeze();
				assertThat(open.post(node.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-1")).status())
					.isEqualTo(202);
				all(List.of(desk), (each) -> each.picture().unrecorded().size() == 1);
				assertThat(away.post(node.uri("/"), "/api/halls/h/emergencies", FIRE.formatted("tap-2")).status())
					.as("whether this one is still good nobody can tell")
					.isEqualTo(503);
			}
		}
	}

	private static List<SseScreen> walls(int port, String token, String hall) {
		List<SseScreen> walls = new ArrayList<>();
		for (int i = 0; i < WALLS; i++) {
			SseScreen wall = new SseScreen(port, token, hall);
			wall.connect();
			walls.add(wall);
		}
		walls.forEach((wall) -> wall.awaitVersion(1));
		return walls;
	}

	private static void all(List<SseScreen> walls, Predicate<SseScreen> shows) {
		await().atMost(Duration.ofSeconds(20)).until(() -> walls.stream().allMatch(shows));
	}

	private static String state(SseScreen wall, String emergency) {
		return wall.picture().emergencies().path(emergency).path("state").stringValue("");
	}

	private static List<String> types(Node node, String hall) {
		return node.journal(hall)
			.stream()
			.map((line) -> line.required("type").stringValue())
			.filter((type) -> type.startsWith("emergency."))
			.toList();
	}

	private static long count(TestDatabase database, String type) {
		return database
			.number("select count(*) from journal where type like '" + type + "' and type <> 'emergency.signalled'");
	}

}
