package io.hallcommand.server.acceptance;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Regions over several nodes, over restarts, and of thousands of halls.
 */
class RegionClusterTest {

	private static final String[] SETTINGS = { "hall.demo.enabled=false" };

	@Test
	void whatIsWrittenOnOneNodeIsSeenOnTheOthersRegion(@TempDir Path one, @TempDir Path two) {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		try (Node first = Node.start(database, redis, one, SETTINGS);
				Node second = Node.start(database, redis, two, SETTINGS)) {
			RegionHalls halls = new RegionHalls(first);
			halls.make("top", "CITY", null);
			halls.make("one", "COUNTY", "top");
			await().atMost(Duration.ofSeconds(20))
				.until(() -> new Person("admin", second.admin())
					.send(second.uri("/"), "GET", "/api/halls/one/plan", null)
					.status() == 200);
			try (Screen screen = SseScreen.ofRegion(second, "top")) {
				screen.connect();
				await().until(() -> RegionTest.hallOn(screen, "one").has("at"));
				for (int i = 0; i < 3; i++) {
					long before = System.nanoTime();
					halls.breach("one");
					await().pollInterval(Duration.ofMillis(10))
						.until(() -> RegionTest.hallOn(screen, "one").has("worst"));
					System.out.printf("A breach on one node is on the other's screen after %d ms%n",
							(System.nanoTime() - before) / 1_000_000);
					halls.over("one");
					await().until(() -> RegionTest.hallOn(screen, "one").required("waiting").intValue() == 0);
					acknowledge(first, "one");
					await().until(() -> !RegionTest.hallOn(screen, "one").has("worst"));
				}
				halls.make("new", "COUNTY", "top");
				await().until(() -> RegionTest.hallOn(screen, "new").has("at"));
				assertThat(screen.picture().snapshots()).isOne();
				assertThat(screen.picture().view().required("halls")).isEqualTo(region(first, "top").required("halls"));
			}
		}
	}

	@Test
	void rightAfterAStartTheGlancesAreThereBeforeAnyHallIsAlive(@TempDir Path data) {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		JsonNode before;
		try (Node node = Node.start(database, redis, data, SETTINGS)) {
			RegionHalls halls = new RegionHalls(node);
			halls.make("top", "CITY", null);
			halls.make("one", "COUNTY", "top");
			halls.make("two", "COUNTY", "top");
			halls.breach("one");
			await().until(() -> region(node, "top").at("/halls/one").has("worst"));
			await().until(() -> region(node, "top").at("/halls/two").has("at"));
			before = region(node, "top").required("halls");
		}
		try (Node node = Node.start(database, redis, data, SETTINGS)) {
			assertThat(region(node, "top").required("halls")).isEqualTo(before);
		}
		// What is shown comes from the table, not from halls that were woken for it
		database.execute("update hall_glance set glance = jsonb_set(glance, '{served}', '4711') where hall = 'two'");
		// Something that a node drew just before it died
		database.execute("update hall_glance set version = version - 1, glance = glance - 'worst' where hall = 'one'");
		database.execute("delete from hall_glance where hall = 'top'");
		try (Node node = Node.start(database, redis, data, SETTINGS)) {
			JsonNode region = region(node, "top").required("halls");
			assertThat(region.at("/two/served").intValue()).isEqualTo(4711);
			assertThat(region.required("one").has("worst")).isFalse();
			assertThat(region.required("top").propertyNames()).containsExactly("name", "level", "timeZone");
			// Halls that are not known, or not up to date, are found and drawn
			await().atMost(Duration.ofSeconds(20)).until(() -> region(node, "top").at("/halls/top").has("at"));
			await().atMost(Duration.ofSeconds(60)).until(() -> region(node, "top").at("/halls/one").has("worst"));
			assertThat(region(node, "top").at("/halls/two/served").intValue()).as("nobody woke this one")
				.isEqualTo(4711);
		}
	}

	@Test
	void thousandsOfHallsAreOneSnapshotAndAChangeIsASmallPatch(@TempDir Path data) throws Exception {
		int counties = 100;
		int villages = 2_900;
		try (Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, SETTINGS)) {
			new RegionHalls(node).make("top", "PROVINCE", null);
			long begin = System.nanoTime();
			make(node, IntStream.range(0, counties).mapToObj((i) -> "county-" + i).toList(), "COUNTY", "top");
			for (int county = 0; county < counties; county++) {
				int from = county * villages / counties;
				int until = (county + 1) * villages / counties;
				make(node, IntStream.range(from, until).mapToObj((i) -> "village-" + i).toList(), "VILLAGE",
						"county-" + county);
			}
			System.out.printf("%d halls made in %d s%n", counties + villages + 1, seconds(begin));
			try (Screen screen = SseScreen.ofRegion(node, "top")) {
				await().atMost(Duration.ofSeconds(60))
					.until(() -> known(region(node, "top")) == counties + villages + 1);
				for (int i = 0; i < 3; i++) {
					begin = System.nanoTime();
					HttpResponse<String> once = node.send("GET", "/api/halls/top/region", node.admin(), null, null);
					System.out.printf("A region of 3001 halls: %d kB in %d ms%n", once.body().length() / 1024,
							millis(begin));
				}
				begin = System.nanoTime();
				screen.connect();
				await().pollInterval(Duration.ofMillis(5)).until(() -> screen.picture().snapshots() == 1);
				System.out.printf("Its snapshot is on the screen after %d ms%n", millis(begin));
				begin = System.nanoTime();
				new RegionHalls(node).breach("village-1234");
				await().pollInterval(Duration.ofMillis(5))
					.until(() -> RegionTest.hallOn(screen, "village-1234").required("waiting").intValue() == 1);
				System.out.printf("A change is there after %d ms, in a patch of at most %d bytes%n", millis(begin),
						screen.picture().longestPatch());
				assertThat(screen.picture().snapshots()).isOne();
				assertThat(screen.picture().longestPatch()).isLessThan(1_500);
				assertThat(screen.picture().view().required("halls")).hasSize(counties + villages + 1);
			}
		}
	}

	private static long known(JsonNode region) {
		return region.required("halls").valueStream().filter((hall) -> hall.has("at")).count();
	}

	private static void make(Node node, List<String> halls, String level, String parent) throws Exception {
		Semaphore atOnce = new Semaphore(24);
		RegionHalls maker = new RegionHalls(node);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Integer>> work = halls.stream().<Callable<Integer>>map((hall) -> () -> {
				atOnce.acquire();
				try {
					return maker.plan(hall, level, parent);
				}
				finally {
					atOnce.release();
				}
			}).toList();
			for (var made : threads.invokeAll(work)) {
				assertThat(made.get()).isEqualTo(201);
			}
		}
	}

	private static void acknowledge(Node node, String hall) {
		Person admin = new Person("admin", node.admin());
		node.view(hall).required("alerts").propertyStream().forEach((alert) -> {
			if (!alert.getValue().required("state").stringValue().equals("CLOSED")) {
				admin.post(node.uri("/"), "/api/halls/" + hall + "/alerts/" + alert.getKey() + "/acknowledge", "{}");
			}
		});
	}

	private static JsonNode region(Node node, String top) {
		return HallJson.mapper()
			.readTree(node.send("GET", "/api/halls/" + top + "/region", node.admin(), null, null).body());
	}

	private static long millis(long begin) {
		return (System.nanoTime() - begin) / 1_000_000;
	}

	private static long seconds(long begin) {
		return millis(begin) / 1_000;
	}

}
