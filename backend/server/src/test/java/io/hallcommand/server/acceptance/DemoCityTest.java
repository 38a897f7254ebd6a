package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

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
 * What somebody sees who starts the demo.
 */
class DemoCityTest {

	@Test
	void aCityLivesAroundTheDemoHallAndCostsLittle(@TempDir Path data) throws InterruptedException {
		TestDatabase database = TestServices.newDatabase();
		try (Node node = Node.start(database, TestServices.redis(), data, "hall.demo.crowd=true",
				"hall.demo.region=true")) {
			JsonNode first = region(node, "demo-province");
			assertThat(first).as("all halls are there before the first request").hasSize(60);
			assertThat(first.at("/civic-centre/parent").stringValue()).isEqualTo("anlan");
			assertThat(first.at("/anlan/parent").stringValue()).isEqualTo("demo-province");
			await().atMost(Duration.ofSeconds(90))
				.until(() -> open(region(node, "anlan")).filter((hall) -> hall.required("waiting").intValue() > 0)
					.count() > 40);
			JsonNode city = region(node, "anlan");
			assertThat(city.at("/dengta").has("silentFrom")).as("soon it will be cut off").isTrue();
			assertThat(city.at("/meiling/openWindows").intValue()).as("it is closed").isZero();
			long before = events(database);
			Thread.sleep(10_000);
			double rate = (events(database) - before) / 10.0;
			System.out.printf("The demo's %d halls write %.1f events/s%n", city.size(), rate);
			assertThat(rate).isBetween(0.5, 40.0);
		}
	}

	@Test
	void theFirstStartIsHardlyHeldUpAndADemoHallOfEarlierMovesIntoTheCity(@TempDir Path with, @TempDir Path without) {
		TestRedis redis = TestServices.redis();
		TestDatabase database = TestServices.newDatabase();
		long alone = start(database, redis, without, "hall.demo.region=false");
		long city = start(TestServices.newDatabase(), redis, with, "hall.demo.region=true");
		System.out.printf("First start with the demo hall alone: %d ms, with the city: %d ms%n", alone, city);
		assertThat(city).isLessThan(alone + 5_000);
		try (Node node = Node.start(database, redis, without, "hall.demo.region=true")) {
			assertThat(region(node, "anlan").at("/civic-centre/parent").stringValue()).isEqualTo("anlan");
		}
	}

	private static long start(TestDatabase database, TestRedis redis, Path data, String setting) {
		long begin = System.nanoTime();
		try (Node node = Node.start(database, redis, data, setting)) {
			long took = (System.nanoTime() - begin) / 1_000_000;
			assertThat(region(node, "demo-province")).hasSize(setting.endsWith("true") ? 60 : 2);
			return took;
		}
	}

	private static Stream<JsonNode> open(JsonNode halls) {
		return halls.valueStream().filter((hall) -> hall.path("openWindows").intValue(0) > 0);
	}

	private static long events(TestDatabase database) {
		return database.number("select sum(version) from hall");
	}

	private static JsonNode region(Node node, String top) {
		return HallJson.mapper()
			.readTree(node.send("GET", "/api/halls/" + top + "/region", node.admin(), null, null).body())
			.required("halls");
	}

}
