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
	void aCityLivesAroundTheDemoHall(@TempDir Path data) {
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
			await().atMost(Duration.ofSeconds(60)).until(() -> events(database) > before + 10);
		}
	}

	@Test
	void aDemoHallOfEarlierMovesIntoTheCity(@TempDir Path data) {
		TestRedis redis = TestServices.redis();
		TestDatabase database = TestServices.newDatabase();
		try (Node node = Node.start(database, redis, data, "hall.demo.region=false")) {
			assertThat(region(node, "demo-province")).hasSize(2);
		}
		try (Node node = Node.start(database, redis, data, "hall.demo.region=true")) {
			assertThat(region(node, "demo-province")).hasSize(60);
			assertThat(region(node, "anlan").at("/civic-centre/parent").stringValue()).isEqualTo("anlan");
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
