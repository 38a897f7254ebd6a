package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two officers on two nodes work the same emergency at the same time.
 */
class EmergencyRaceTest {

	private static final int STEPS = 40;

	/** So many hands each of the two has. */
	private static final int HANDS = 3;

	@Test
	void everyEntryIsThereOnceInOneOrderOnBothNodes(@TempDir Path one, @TempDir Path two) throws Exception {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		try (Node first = Node.start(database, redis, one); Node second = Node.start(database, redis, two)) {
			EmergencyHall here = EmergencyHall.create(first, "race");
			EmergencyHall there = new EmergencyHall(second, "race", here.admin());
			here.replace(here.admin(), "FIRE", here.planOf("FIRE", STEPS));
			Person zhou = here.officer("zhou");
			Person li = here.officer("li");
			String emergency = here.declare(zhou, "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
			// The other node hears of a new hall a little later
			await().atMost(Duration.ofSeconds(20))
				.until(() -> there.ask(li, "GET", "", null).body().at("/emergencies/" + emergency).isObject());
			List<Integer> ticks = race(here, zhou, there, li, emergency);
			assertThat(ticks.stream().filter((status) -> status == 200)).as("each step was done once").hasSize(STEPS);
			assertThat(ticks.stream().filter((status) -> status == 409)).hasSize(STEPS);
			List<JsonNode> journal = first.journal("race");
			assertThat(journal.stream().map((line) -> line.required("version").longValue()))
				.containsExactlyElementsOf(IntStream.rangeClosed(1, journal.size()).mapToObj(Long::valueOf).toList());
			JsonNode whole = here.whole(emergency);
			List<String> lines = EmergencyHall.lines(whole);
			for (String who : List.of("zhou", "li")) {
				for (int i = 0; i < STEPS; i++) {
					assertThat(lines).containsOnlyOnce("NOTED " + who + " {text=\"" + who + " " + i + "\"}");
				}
			}
			assertThat(lines.stream().filter((line) -> line.startsWith("STEP_DONE"))).hasSize(STEPS);
			assertThat(lines.stream().filter((line) -> line.startsWith("COUNTED"))).hasSize(2 * STEPS);
			assertThat(lines.stream().filter((line) -> line.startsWith("MUSTERED"))).hasSize(2 * STEPS);
			// The declaration; who came too late with a tick left a note
			assertThat(lines).hasSize(1 + 7 * STEPS + STEPS);
			assertThat(lines).hasSize(whole.required("lines").intValue());
			assertThat(whole.at("/counts/evacuated").intValue()).isBetween(0, STEPS - 1);
			long version = here.view().required("version").longValue();
			await().atMost(Duration.ofSeconds(20)).until(() -> there.view().required("version").longValue() == version);
			assertThat(there.view()).isEqualTo(here.view());
			assertThat(there.whole(emergency)).isEqualTo(whole);
		}
	}

	/** What the ticks were answered. */
	private static List<Integer> race(EmergencyHall here, Person zhou, EmergencyHall there, Person li, String emergency)
			throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<List<Integer>>> hands = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int hand = 0; hand < HANDS; hand++) {
				int mine = hand;
				hands.add(threads.submit(() -> work(here, zhou, emergency, mine, start)));
				hands.add(threads.submit(() -> work(there, li, emergency, mine, start)));
			}
			start.countDown();
			List<Integer> ticks = new ArrayList<>();
			for (Future<List<Integer>> hand : hands) {
				ticks.addAll(hand.get());
			}
			return ticks;
		}
	}

	private static List<Integer> work(EmergencyHall hall, Person who, String emergency, int hand, CountDownLatch start)
			throws InterruptedException {
		List<Integer> ticks = new ArrayList<>();
		start.await();
		for (int i = hand; i < STEPS; i += HANDS) {
			String id = who.name() + "-" + i;
			String note = who.name() + " " + i;
			hall.done(who, emergency, "note", "{\"id\":\"n-" + id + "\",\"text\":\"" + note + "\"}");
			ticks.add(hall.act(who, emergency, "tick",
					"{\"id\":\"t-" + id + "\",\"step\":\"s" + i + "\",\"note\":\"tick " + id + "\"}")
				.status());
			hall.done(who, emergency, "count", "{\"id\":\"c-" + id + "\",\"evacuated\":" + i + "}");
			hall.done(who, emergency, "muster",
					"{\"id\":\"m-" + id + "\",\"zone\":\"" + ((i % 2 == 0) ? "A" : "B") + "\",\"clear\":true}");
		}
		return ticks;
	}

}
