package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes on one PostgreSQL and one Redis, both writing the same hall.
 */
class TwoNodesTest {

	private static final int DEVICES = 4;

	@Test
	void bothNodesEndOnTheSameViewThoughRedisGoesAndComes(@TempDir Path one, @TempDir Path two) throws Exception {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		try (Node first = Node.start(database, redis, one); Node second = Node.start(database, redis, two)) {
			first.createHall("both", "LIVE");
			await().atMost(Duration.ofSeconds(20))
				.until(() -> second.send("GET", "/api/halls/both", second.admin(), null, null).statusCode() == 200);
			AtomicInteger phase = new AtomicInteger();
			AtomicLong accepted = new AtomicLong();
			List<Future<?>> devices = new ArrayList<>();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
					Screen wallOfFirst = new SseScreen(first, "both");
					Screen wallOfSecond = new RSocketScreen(second, "both", RSocketClient::tcp)) {
				wallOfFirst.connect();
				wallOfSecond.connect();
				for (int i = 0; i < DEVICES; i++) {
					Feeder feeder = new Feeder("device-" + i, i);
					Node node = (i % 2 == 0) ? first : second;
					devices.add(threads.submit(() -> {
						for (int round = 0; phase.get() < 3 || round < 20; round++) {
							accepted.addAndGet(node.post("both", feeder.next(5)).required("accepted").longValue());
						}
					}));
				}
				awaitMore(accepted, 500);
				redis.stop();
				long withoutRedis = accepted.get();
				awaitMore(accepted, withoutRedis + 500);
				// Without Redis the nodes find each other's events in the journal
				long seen = first.view("both").required("version").longValue();
				await().atMost(Duration.ofSeconds(5))
					.until(() -> second.view("both").required("version").longValue() >= seen);
				redis.start();
				awaitMore(accepted, accepted.get() + 500);
				phase.set(3);
				for (Future<?> device : devices) {
					device.get();
				}
				long version = Math.max(first.view("both").required("version").longValue(),
						second.view("both").required("version").longValue());
				await().atMost(Duration.ofSeconds(10))
					.until(() -> first.view("both").required("version").longValue() == version
							&& second.view("both").required("version").longValue() == version);
				JsonNode view = first.view("both");
				assertThat(second.view("both")).isEqualTo(view);
				wallOfFirst.awaitVersion(version);
				wallOfSecond.awaitVersion(version);
				assertThat(wallOfFirst.picture().view()).isEqualTo(view);
				assertThat(wallOfSecond.picture().view()).isEqualTo(view);
				List<JsonNode> journal = first.journal("both");
				assertThat(journal.size()).isEqualTo(version);
				for (int i = 0; i < journal.size(); i++) {
					assertThat(journal.get(i).required("version").longValue()).isEqualTo(i + 1);
				}
				assertThat(
						journal.stream().filter((line) -> line.required("source").stringValue().startsWith("device-")))
					.hasSize((int) accepted.get());
			}
		}
	}

	@Test
	void aRetryThatReachesTheOtherNodeCountsOnce(@TempDir Path one, @TempDir Path two) {
		TestDatabase database = TestServices.newDatabase();
		TestRedis redis = TestServices.redis();
		List<String> events = new Feeder("kiosk", 1).next(50);
		try (Node first = Node.start(database, redis, one)) {
			first.createHall("retry", "LIVE");
			assertThat(first.post("retry", events).required("accepted").intValue()).isEqualTo(50);
			assertThat(first.post("retry", events).required("duplicates").intValue()).isEqualTo(50);
			try (Node second = Node.start(database, redis, two)) {
				JsonNode answer = second.post("retry", events);
				assertThat(answer.required("accepted").intValue()).isZero();
				assertThat(answer.required("duplicates").intValue()).isEqualTo(50);
				assertThat(second.view("retry")).isEqualTo(first.view("retry"));
			}
		}
	}

	private static void awaitMore(AtomicLong accepted, long count) {
		await().atMost(Duration.ofSeconds(60)).until(() -> accepted.get() >= count);
	}

}
