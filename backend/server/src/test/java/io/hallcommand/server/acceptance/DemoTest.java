package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What somebody sees who starts it for the first time.
 */
class DemoTest {

	private static final String HALL = "civic-centre";

	@Test
	void theDemoHallHasAFloorVisitorsAndADayToCompareWith(@TempDir Path data) {
		try (Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.demo.crowd=true")) {
			await().atMost(Duration.ofSeconds(60)).until(() -> !node.view(HALL).at("/today/usual").isMissingNode());
			await().atMost(Duration.ofSeconds(60)).until(() -> calls(node.view(HALL)) > 10);
			JsonNode view = node.view(HALL);
			JsonNode usual = view.at("/today/usual");
			assertThat(usual.required("days").intValue()).isEqualTo(8);
			assertThat(usual.required("issued").doubleValue()).isPositive();
			OffsetDateTime now = OffsetDateTime.parse(view.required("at").stringValue());
			List<String> quarters = List.copyOf(usual.required("intervals").propertyNames());
			assertThat(quarters.getFirst()).as("it began at this time of day")
				.isIn(quarter(now.minusMinutes(30)), quarter(now.minusMinutes(15)), quarter(now));
			assertThat(quarters.getLast()).isEqualTo("23:45");
			assertThat(view.required("windows")).hasSize(28)
				.allSatisfy((window) -> assertThat(window.has("position")).isTrue());
			assertThat(view.required("exits")).hasSize(3)
				.allSatisfy((exit) -> assertThat(exit.has("position")).isTrue());
			assertThat(node.journal(HALL))
				.filteredOn((line) -> line.required("type").stringValue().equals("usual.given"))
				.singleElement()
				.satisfies((line) -> assertThat(line.at("/data/actor").stringValue()).isEqualTo("demo crowd"));
		}
	}

	private static long calls(JsonNode view) {
		return view.required("windows").values().stream().filter((window) -> window.has("lastCall")).count();
	}

	private static String quarter(OffsetDateTime time) {
		return "%02d:%02d".formatted(time.getHour(), time.getMinute() / 15 * 15);
	}

}
