package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happens in a county's hall is seen in the city's and the province's at once.
 */
class EmergencyTreeTest {

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@Test
	void itGoesUpTheTreeAndIsGoneWhenItEnded() {
		EmergencyHall province = EmergencyHall.create(node, "province");
		EmergencyHall city = EmergencyHall.create(node, "city");
		EmergencyHall county = EmergencyHall.create(node, "county");
		city.plan("CITY", "province");
		county.plan("COUNTY", "city");
		try (SseScreen above = new SseScreen(node, "province")) {
			above.connect();
			await().until(() -> above.picture().snapshots() == 1);
			String injury = county.declare(county.admin(), "{\"kind\":\"ACCIDENTAL_INJURY\",\"zones\":[\"B\"]}");
			String key = "county/" + injury;
			await().atMost(Duration.ofSeconds(10)).until(() -> above.picture().view().required("below").has(key));
			JsonNode told = above.picture().view().required("below").required(key);
			assertThat(told.required("hall").stringValue()).isEqualTo("county");
			assertThat(told.at("/name/en").stringValue()).isEqualTo("Test hall");
			assertThat(told.required("headline")).isEqualTo(county.inView(injury).required("headline"));
			assertThat(told.required("severe").booleanValue()).isFalse();
			assertThat(told.required("state").stringValue()).isEqualTo("ACTIVE");
			await().atMost(Duration.ofSeconds(10)).until(() -> city.view().required("below").has(key));
			assertThat(county.view().required("below").isEmpty()).isTrue();
			county.done(county.admin(), injury, "grade", "{\"severity\":\"SERIOUS\",\"reason\":\"x\"}");
			await().atMost(Duration.ofSeconds(10))
				.until(() -> above.picture().view().required("below").required(key).required("severe").booleanValue());
			// What above does not show is not told again
			long version = province.view().required("version").longValue();
			county.done(county.admin(), injury, "note", "{\"text\":\"x\"}");
			county.done(county.admin(), injury, "end", "{}");
			await().atMost(Duration.ofSeconds(10)).until(() -> !above.picture().view().required("below").has(key));
			await().atMost(Duration.ofSeconds(10)).until(() -> !city.view().required("below").has(key));
			assertThat(province.view().required("version").longValue()).isEqualTo(version + 1);
		}
	}

	@Test
	void whoIsAboveNobodyTellsNobody() {
		EmergencyHall alone = EmergencyHall.create(node, "alone");
		String fire = alone.declare(alone.admin(), "{\"kind\":\"FIRE\"}");
		assertThat(alone.inView(fire).required("state").stringValue()).isEqualTo("ACTIVE");
		assertThat(alone.view().required("below").isEmpty()).isTrue();
	}

}
