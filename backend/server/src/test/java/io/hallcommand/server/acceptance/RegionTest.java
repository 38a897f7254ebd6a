package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.hallcommand.server.testing.TestPostgres;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The screen of a city with two counties, and what it may show to whom.
 */
class RegionTest {

	private static Node node;

	private static RegionHalls halls;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data, "hall.demo.enabled=false",
				"hall.stream.heartbeat=1s");
		halls = new RegionHalls(node);
		halls.make("city", "CITY", null);
		halls.make("north", "COUNTY", "city");
		halls.make("north-town", "TOWNSHIP", "north");
		halls.make("south", "COUNTY", "city");
		halls.make("elsewhere", "CITY", null);
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	static Stream<Named<Function<String, Screen>>> transports() {
		return Stream.of(Named.of("SSE", (top) -> SseScreen.ofRegion(node, top)),
				Named.of("RSocket", (top) -> RSocketScreen.ofRegion(node, top)));
	}

	@ParameterizedTest
	@MethodSource("transports")
	void aBreachInAHallThatNobodyWatchesIsOnTheScreenWithinAMoment(Function<String, Screen> transport) {
		String hall = "breach-" + System.nanoTime();
		halls.make(hall, "VILLAGE", "north-town");
		try (Screen city = transport.apply("city"); Screen other = transport.apply("elsewhere")) {
			city.connect();
			other.connect();
			await().until(() -> !hallOn(city, hall).path("at").isMissingNode());
			JsonNode quiet = hallOn(city, hall);
			assertThat(quiet.required("parent").stringValue()).isEqualTo("north-town");
			assertThat(quiet.required("level").stringValue()).isEqualTo("VILLAGE");
			assertThat(quiet.has("worst")).isFalse();
			assertThat(hallOn(city, "city").has("parent")).isFalse();
			long before = System.nanoTime();
			halls.breach(hall);
			await().pollInterval(Duration.ofMillis(10)).until(() -> hallOn(city, hall).has("worst"));
			System.out.printf("A breach is on the region's screen after %d ms%n",
					(System.nanoTime() - before) / 1_000_000);
			JsonNode worst = hallOn(city, hall).required("worst");
			assertThat(worst.required("severity").stringValue()).isEqualTo("CRITICAL");
			assertThat(worst.required("rule").stringValue()).isEqualTo("QUEUE_LENGTH");
			assertThat(worst.at("/subject/queue").stringValue()).isEqualTo("q");
			assertThat(worst.at("/label/zh").stringValue()).isEqualTo("综合");
			assertThat(worst.required("unclaimed").booleanValue()).isTrue();
			assertThat(hallOn(city, hall).at("/alerts/critical").intValue()).isOne();
			assertThat(hallOn(city, hall).required("waiting").intValue()).isOne();
			halls.over(hall);
			await().until(() -> hallOn(city, hall).required("waiting").intValue() == 0);
			assertThat(city.picture().snapshots()).isOne();
			assertThat(other.picture().view().required("halls").propertyNames()).contains("elsewhere")
				.doesNotContain("city", hall);
			// What patches led to is what somebody sees who comes now
			await().untilAsserted(() -> assertThat(city.picture().view().required("halls"))
				.isEqualTo(region("city").required("halls")));
		}
	}

	@Test
	void anEmergencyIsThereAtOnceAndGoesWhenItIsOver() {
		halls.make("burning", "TOWNSHIP", "south");
		Person admin = new Person("admin", node.admin());
		try (Screen city = SseScreen.ofRegion(node, "city")) {
			city.connect();
			await().until(() -> city.picture().snapshots() == 1);
			long before = System.nanoTime();
			Person.Answer declared = admin.post(node.uri("/"), "/api/halls/burning/emergencies",
					"{\"kind\":\"SUDDEN_ILLNESS\",\"what\":\"有人晕倒\"}");
			String id = declared.body().at("/emergency/id").stringValue();
			await().pollInterval(Duration.ofMillis(10))
				.until(() -> hallOn(city, "burning").path("emergencies").has(id));
			System.out.printf("An emergency is on the region's screen after %d ms%n",
					(System.nanoTime() - before) / 1_000_000);
			JsonNode shown = hallOn(city, "burning").at("/emergencies/" + id);
			assertThat(shown.required("kind").stringValue()).isEqualTo("SUDDEN_ILLNESS");
			assertThat(shown.required("drill").booleanValue()).isFalse();
			assertThat(shown.required("ending").booleanValue()).isFalse();
			assertThat(shown.at("/headline/en").stringValue()).isNotEmpty();
			// 202 where the database took its time: it is shown as over, and recorded a
			// moment later
			assertThat(admin.post(node.uri("/"), "/api/halls/burning/emergencies/" + id + "/end", "{}").status())
				.isIn(200, 202);
			await().until(() -> hallOn(city, "burning").required("emergencies").isEmpty());
		}
	}

	@Test
	void aChangedTreeIsShownAsWell() {
		halls.make("moving", "TOWNSHIP", "north");
		try (Screen north = SseScreen.ofRegion(node, "north"); Screen south = SseScreen.ofRegion(node, "south")) {
			north.connect();
			south.connect();
			await().until(() -> onScreen(north, "moving") && south.picture().snapshots() == 1);
			assertThat(onScreen(south, "moving")).isFalse();
			halls.make("moving", "TOWNSHIP", "south");
			await().until(() -> !onScreen(north, "moving") && onScreen(south, "moving"));
			assertThat(hallOn(south, "moving").required("parent").stringValue()).isEqualTo("south");
			halls.make("moving", "VILLAGE", "south");
			await().until(() -> hallOn(south, "moving").required("level").stringValue().equals("VILLAGE"));
			assertThat(south.picture().snapshots()).as("all of it came as patches").isOne();
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void aScreenThatWasAwayGoesOnWithoutAGap(Function<String, Screen> transport) {
		String hall = "resume-" + System.nanoTime();
		halls.make(hall, "VILLAGE", "north-town");
		try (Screen witness = SseScreen.ofRegion(node, "north"); Screen screen = transport.apply("north")) {
			witness.connect();
			screen.connect();
			await().until(() -> onScreen(screen, hall) && !hallOn(screen, hall).path("at").isMissingNode());
			screen.cut();
			int frames = screen.picture().frames();
			halls.breach(hall);
			await().until(() -> hallOn(witness, hall).has("worst"));
			assertThat(hallOn(screen, hall).has("worst")).isFalse();
			screen.connect();
			await().until(() -> hallOn(screen, hall).has("worst"));
			assertThat(screen.picture().snapshots()).as("it went on with patches").isOne();
			assertThat(screen.picture().frames()).isGreaterThan(frames);
			await().untilAsserted(() -> assertThat(screen.picture().view()).isEqualTo(witness.picture().view()));
		}
	}

	@Test
	void framesComeAtMostOnceASecondAndBringOnlyWhatChanged() {
		halls.make("busy", "VILLAGE", "south");
		try (Screen south = SseScreen.ofRegion(node, "south")) {
			south.connect();
			await().until(() -> onScreen(south, "busy") && !hallOn(south, "busy").path("at").isMissingNode());
			Feeder feeder = new Feeder("busy-kiosk", 7);
			SequencedSet<OffsetDateTime> frames = new LinkedHashSet<>();
			await().pollInterval(Duration.ofMillis(50)).until(() -> {
				node.post("busy", feeder.next(3));
				frames.add(OffsetDateTime.parse(south.picture().view().required("at").stringValue()));
				return frames.size() > 4;
			});
			// The snapshot comes at any time. Half a second is for a machine that stops
			// in between
			List<OffsetDateTime> patches = frames.stream().skip(1).toList();
			for (int i = 1; i < patches.size(); i++) {
				assertThat(Duration.between(patches.get(i - 1), patches.get(i))).isGreaterThan(Duration.ofMillis(500));
			}
			assertThat(south.picture().longestPatch()).as("one small hall of many").isLessThan(1_500);
		}
	}

	@ParameterizedTest
	@CsvSource({ "north, 200", "north-town, 200", "city, 403", "south, 403", "elsewhere, 403" })
	void aTokenOfACountySeesItsPartOfTheTree(String top, int status) {
		Person viewer = Person.of(node, "viewer-of-north", "VIEWER", "north");
		Person.Answer answer = viewer.send(node.uri("/"), "GET", "/api/halls/" + top + "/region", null);
		assertThat(answer.status()).isEqualTo(status);
		if (status == 403) {
			assertThat(answer.text("detail")).contains("viewer-of-north is for the hall 'north'")
				.contains("'" + top + "' is not among them");
			assertThat(viewer.send(node.uri("/"), "GET", "/api/halls/" + top + "/region/stream", null).status())
				.isEqualTo(403);
		}
		else {
			assertThat(answer.body().required("region").stringValue()).isEqualTo(top);
			assertThat(answer.body().required("halls").propertyNames()).contains("north-town")
				.doesNotContain("city", "south");
		}
	}

	@Test
	void whatIsNotThereIsNotFoundAndADeviceMayNotLook() {
		Person admin = new Person("admin", node.admin());
		assertThat(admin.send(node.uri("/"), "GET", "/api/halls/nowhere/region", null).status()).isEqualTo(404);
		assertThat(admin.send(node.uri("/"), "GET", "/api/halls/nowhere/region/stream", null).status()).isEqualTo(404);
		Person device = Person.of(node, "kiosk-of-north", "DEVICE", "north");
		assertThat(device.send(node.uri("/"), "GET", "/api/halls/north/region", null).status()).isEqualTo(403);
	}

	@Test
	void theDescriptionOfTheInterfaceKnowsIt() {
		JsonNode paths = new Person("admin", node.admin()).send(node.uri("/"), "GET", "/api/openapi", null)
			.body()
			.required("paths");
		assertThat(paths.propertyNames()).contains("/api/halls/{hall}/region", "/api/halls/{hall}/region/stream");
	}

	@Test
	void withoutTheDatabaseTheStreamGoesOnAndSaysSo() {
		TestPostgres postgres = TestServices.postgres();
		halls.make("lasting", "TOWNSHIP", "elsewhere");
		try (Screen screen = SseScreen.ofRegion(node, "elsewhere");
				Screen late = SseScreen.ofRegion(node, "elsewhere")) {
			screen.connect();
			await().until(() -> onScreen(screen, "lasting") && screen.picture().isLive());
			postgres.freeze();
			try {
				await().atMost(Duration.ofSeconds(30)).until(() -> !screen.picture().isLive());
				int beats = screen.picture().heartbeats();
				await().until(() -> screen.picture().heartbeats() > beats + 1);
				late.connect();
				await().untilAsserted(() -> assertThat(late.picture().view().path("halls").propertyNames())
					.as("who comes now sees what was known last")
					.contains("elsewhere", "lasting"));
			}
			finally {
				postgres.thaw();
			}
			await().atMost(Duration.ofSeconds(30)).until(() -> screen.picture().isLive());
			await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
				halls.breach("lasting");
				return true;
			});
			await().atMost(Duration.ofSeconds(20)).until(() -> hallOn(screen, "lasting").has("worst"));
			assertThat(screen.picture().snapshots()).isOne();
		}
	}

	static JsonNode hallOn(Screen screen, String hall) {
		return screen.picture().view().path("halls").path(hall);
	}

	private static boolean onScreen(Screen screen, String hall) {
		return screen.picture().view().path("halls").has(hall);
	}

	private static JsonNode region(String top) {
		return new Person("admin", node.admin()).send(node.uri("/"), "GET", "/api/halls/" + top + "/region", null)
			.body();
	}

}
