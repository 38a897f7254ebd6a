package io.hallcommand.server.acceptance;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Ten officers on two nodes acknowledge the same alert at once: one does, and the others
 * are told who.
 */
class AlertRaceTest {

	private static final int OFFICERS = 10;

	/** The most that a plan allows. */
	private static final int QUEUES = 200;

	/** So many alerts are fought for at a time. */
	private static final int AT_ONCE = 12;

	/**
	 * An alert that all fight for.
	 */
	private record Prize(String hall, String alert) {

		String path() {
			return "/api/halls/" + this.hall + "/alerts/" + this.alert + "/acknowledge";
		}

		/** The officer's own id for it, the same each time. */
		String body() {
			return "{\"id\":\"tap-" + this.alert + "\"}";
		}

	}

	@Test
	void oneOfTenWinsEachOfAThousandAlerts(@TempDir Path one, @TempDir Path two) throws Exception {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		try (Node first = Node.start(database, redis, one); Node second = Node.start(database, redis, two)) {
			List<Person> officers = officers(first);
			List<Prize> prizes = prizes(first, 5);
			awaitHalls(second.uri("/"), first.admin(), prizes);
			assertThat(prizes).hasSize(1_000);
			Map<Prize, String> winners = race(prizes, officers,
					(officer) -> ((officer < OFFICERS / 2) ? first : second).uri("/"), new AtomicInteger(),
					new AtomicInteger());
			assertThat(acknowledged(first, prizes)).isEqualTo(winners);
			assertThat(winners.values()).as("both nodes won some").contains("officer-0").contains("officer-9");
		}
	}

	@Test
	void whatWasAnsweredOutlivesAKilledNodeAndARetryDoesNothingTwice(@TempDir Path one, @TempDir Path two)
			throws Exception {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		List<String> properties = new ArrayList<>(database.properties());
		properties.addAll(redis.properties());
		try (Node survivor = Node.start(database, redis, one);
				ServerProcess victim = new ServerProcess(two, properties).start()) {
			List<Person> officers = officers(survivor);
			List<Prize> prizes = prizes(survivor, 2);
			awaitHalls(victim.uri(), survivor.admin(), prizes);
			AtomicInteger answered = new AtomicInteger();
			AtomicInteger broken = new AtomicInteger();
			Map<Prize, String> winners;
			try (ExecutorService killer = Executors.newVirtualThreadPerTaskExecutor()) {
				Future<?> kill = killer.submit(() -> {
					await().pollInterval(Duration.ofMillis(1))
						.atMost(Duration.ofSeconds(60))
						.until(() -> answered.get() > prizes.size() * OFFICERS / 3);
					victim.kill();
				});
				winners = race(prizes, officers,
						(officer) -> (officer < OFFICERS / 2) ? survivor.uri("/") : victim.uri(), answered, broken,
						survivor.uri("/"));
				kill.get();
			}
			assertThat(broken.get()).as("requests that the crash broke").isPositive();
			assertThat(acknowledged(survivor, prizes)).isEqualTo(winners);
			// All who won say it once more
			long versions = versions(survivor, prizes);
			for (Prize prize : prizes) {
				Person winner = officers.stream()
					.filter((officer) -> officer.name().equals(winners.get(prize)))
					.findFirst()
					.orElseThrow();
				Person.Answer again = winner.post(survivor.uri("/"), prize.path(), prize.body());
				assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
				assertThat(again.body().at("/alert/acknowledgedBy").stringValue()).isEqualTo(winner.name());
			}
			assertThat(versions(survivor, prizes)).isEqualTo(versions);
		}
	}

	private static List<Person> officers(Node node) {
		return IntStream.range(0, OFFICERS).mapToObj((i) -> Person.of(node, "officer-" + i, "OFFICER", null)).toList();
	}

	private static List<Prize> prizes(Node node, int halls) {
		List<Prize> prizes = new ArrayList<>();
		for (int i = 0; i < halls; i++) {
			AlertHall hall = AlertHall.create(node.uri("/"), node.admin(), "race-" + i, QUEUES, AlertHall.ANYBODY);
			hall.come(0, QUEUES);
			hall.view()
				.required("alerts")
				.propertyNames()
				.forEach((alert) -> prizes.add(new Prize(hall.hall(), alert)));
		}
		return prizes;
	}

	/** The other node hears of new halls a little later. */
	private static void awaitHalls(URI server, String token, List<Prize> prizes) {
		for (String hall : prizes.stream().map(Prize::hall).distinct().toList()) {
			AlertHall there = new AlertHall(server, token, hall);
			await().atMost(Duration.ofSeconds(20)).until(() -> there.view().path("alerts").size() == QUEUES);
		}
	}

	private static long versions(Node node, List<Prize> prizes) {
		return prizes.stream()
			.map(Prize::hall)
			.distinct()
			.mapToLong((hall) -> node.view(hall).required("version").longValue())
			.sum();
	}

	/** Who acknowledged which alert, as the journals say: each exactly once. */
	private static Map<Prize, String> acknowledged(Node node, List<Prize> prizes) {
		Map<Prize, String> by = new HashMap<>();
		for (String hall : prizes.stream().map(Prize::hall).distinct().toList()) {
			for (JsonNode line : AlertHall.ofType(node, hall, "alert.acknowledged")) {
				String actor = line.at("/data/actor").stringValue();
				assertThat(line.required("source").stringValue()).isEqualTo("desk:" + actor);
				assertThat(by.put(new Prize(hall, line.at("/data/alert").stringValue()), actor)).isNull();
			}
		}
		return by;
	}

	private static Map<Prize, String> race(List<Prize> prizes, List<Person> officers, IntFunction<URI> servers,
			AtomicInteger answered, AtomicInteger broken) throws Exception {
		return race(prizes, officers, servers, answered, broken, null);
	}

	/**
	 * Lets all officers acknowledge each alert at once.
	 * @param refuge where to say it again when there was no answer
	 * @return who was told to have won
	 */
	private static Map<Prize, String> race(List<Prize> prizes, List<Person> officers, IntFunction<URI> servers,
			AtomicInteger answered, AtomicInteger broken, @Nullable URI refuge) throws Exception {
		Map<Prize, String> winners = new HashMap<>();
		try (ExecutorService fights = Executors.newFixedThreadPool(AT_ONCE);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Prize, Future<List<Person.Answer>>> running = new HashMap<>();
			for (Prize prize : prizes) {
				running.put(prize, fights.submit(() -> {
					CountDownLatch start = new CountDownLatch(1);
					List<Future<Person.Answer>> asked = new ArrayList<>();
					for (int i = 0; i < OFFICERS; i++) {
						Person officer = officers.get(i);
						URI server = servers.apply(i);
						asked.add(threads.submit(() -> {
							start.await();
							Person.Answer answer = acknowledge(officer, prize, server, broken, refuge);
							answered.incrementAndGet();
							return answer;
						}));
					}
					start.countDown();
					List<Person.Answer> answers = new ArrayList<>();
					for (Future<Person.Answer> each : asked) {
						answers.add(each.get());
					}
					return answers;
				}));
			}
			for (Map.Entry<Prize, Future<List<Person.Answer>>> each : running.entrySet()) {
				winners.put(each.getKey(), winner(officers, each.getValue().get()));
			}
		}
		return winners;
	}

	private static Person.Answer acknowledge(Person officer, Prize prize, URI server, AtomicInteger broken,
			@Nullable URI refuge) {
		try {
			return officer.post(server, prize.path(), prize.body());
		}
		catch (UncheckedIOException ex) {
			if (refuge == null) {
				throw ex;
			}
			broken.incrementAndGet();
			return officer.post(refuge, prize.path(), prize.body());
		}
	}

	/** One won, and the others were told who. */
	private static String winner(List<Person> officers, List<Person.Answer> answers) {
		List<Integer> won = IntStream.range(0, OFFICERS).filter((i) -> answers.get(i).status() == 200).boxed().toList();
		assertThat(won).as(answers.toString()).hasSize(1);
		String winner = officers.get(won.getFirst()).name();
		assertThat(answers.get(won.getFirst()).body().at("/alert/acknowledgedBy").stringValue()).isEqualTo(winner);
		answers.stream().filter((answer) -> answer.status() != 200).forEach((answer) -> {
			assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
			assertThat(answer.text("reason")).isEqualTo("ALREADY_ACKNOWLEDGED");
			assertThat(answer.text("by")).isEqualTo(winner);
			assertThat(answer.text("at")).isNotEmpty();
			assertThat(answer.text("detail")).contains(winner);
		});
		return winner;
	}

}
