package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Alerts on open screens. Frames wait here for an hour for what else happens, so whatever
 * comes sooner did not wait.
 */
class AlertStreamTest {

	private static final String TWO_SECONDS = """
			"wait-overtime":{"unit":"SECONDS","levels":[{"threshold":2,"severity":"MAJOR"}],"escalation":[]}""";

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.live.cadence=1h");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	static Stream<Named<BiFunction<Node, String, Screen>>> transports() {
		return Stream.of(Named.of("SSE", SseScreen::new),
				Named.of("RSocket on TCP", (each, hall) -> new RSocketScreen(each, hall, RSocketClient::tcp)),
				Named.of("RSocket on WebSocket",
						(each, hall) -> new RSocketScreen(each, hall, RSocketClient::webSocket)));
	}

	@ParameterizedTest
	@MethodSource("transports")
	void anAlertWaitsForNothingAndAScreenThatWasAwayHasItWithoutAGap(BiFunction<Node, String, Screen> transport) {
		String name = "urgent-" + System.nanoTime();
		AlertHall hall = AlertHall.create(node.uri("/"), node.admin(), name, 3, TWO_SECONDS);
		try (Screen screen = transport.apply(node, name)) {
			screen.connect();
			await().until(() -> screen.picture().snapshots() == 1);
			hall.come(0, 1);
			String raised = awaitAlert(hall, 0);
			screen.awaitVersion(version(raised));
			int frames = screen.picture().frames();
			assertThat(alerts(screen).propertyNames()).contains(raised);
			// Who comes now is drawn with the alert, not before
			hall.come(1, 2);
			String second = awaitAlert(hall, 1);
			screen.awaitVersion(version(second));
			assertThat(screen.picture().version()).isEqualTo(version(second));
			assertThat(screen.picture().frames()).as("each alert is a frame of its own").isEqualTo(frames + 1);
			assertThat(screen.picture().lastId()).endsWith("." + version(second));
			assertThat(screen.picture().view()).isEqualTo(hall.view());
			// So is what an officer does
			long acknowledged = act(hall, raised, "acknowledge");
			screen.awaitVersion(acknowledged);
			assertThat(alerts(screen).at("/" + raised + "/state").stringValue()).isEqualTo("ACKNOWLEDGED");
			screen.cut();
			act(hall, second, "acknowledge");
			hall.come(2, 3);
			String third = awaitAlert(hall, 2);
			screen.connect();
			screen.awaitVersion(version(third));
			assertThat(screen.picture().snapshots()).as("it went on with patches").isEqualTo(1);
			assertThat(alerts(screen).at("/" + second + "/state").stringValue()).isEqualTo("ACKNOWLEDGED");
			assertThat(screen.picture().view()).isEqualTo(hall.view());
		}
	}

	private static JsonNode alerts(Screen screen) {
		return screen.picture().view().required("alerts");
	}

	private static long act(AlertHall hall, String alert, String action) {
		return hall.ask("POST", "/alerts/" + alert + "/" + action, "{}").body().required("version").longValue();
	}

	private static String awaitAlert(AlertHall hall, int queue) {
		await().until(() -> hall.view().required("alerts").toString().contains("\"q" + queue + "\""));
		return hall.alertOf(queue);
	}

	private static long version(String alert) {
		return Long.parseLong(alert.substring(1));
	}

}
