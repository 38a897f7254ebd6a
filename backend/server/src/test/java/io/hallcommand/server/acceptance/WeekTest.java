package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.engine.Pace;
import io.hallcommand.sim.replay.CallLog;
import io.hallcommand.sim.replay.LogMapping;
import io.hallcommand.sim.replay.Recording;
import io.hallcommand.sim.replay.Replay;
import io.hallcommand.sim.replay.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real week of a service centre goes through the server, as fast as it takes it; the
 * counts must be those of the log.
 */
class WeekTest {

	/** The whole week where it lies beside the project, else an excerpt. */
	private static final Path LOG = log();

	private static final LogMapping MAPPING = LogMapping.read("service-centre");

	@Test
	void theWeekGivesTheCountsOfTheLogOverHttpAndOverRSocket(@TempDir Path data) throws Exception {
		Recording recording = CallLog.read(LOG, MAPPING);
		try (Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data)) {
			Replay.Result http = replay(node.uri("/"), "week-http", node.admin(), recording,
					Replay.Settings.http(Pace.UNBOUNDED));
			assertThat(http.comparison().differences()).isEmpty();
			assertThat(http.comparison().server()).isEqualTo(independentCount());
			Replay.Result rsocket = replay(node.uri("/"), "week-rsocket", node.admin(), recording, Replay.Settings
				.rsocket(Pace.UNBOUNDED, new InetSocketAddress("localhost", node.rsocketPort), node.admin()));
			assertThat(rsocket.comparison().differences()).isEmpty();
			assertThat(rsocket.comparison().server()).isEqualTo(independentCount());
			// Once more: all known already
			Replay.Result again = replay(node.uri("/"), "week-http", node.admin(), recording,
					Replay.Settings.http(Pace.UNBOUNDED));
			assertThat(again.comparison().differences()).isEmpty();
			assertThat(again.comparison().version()).isEqualTo(http.comparison().version());
		}
	}

	@Test
	void killedAtRandomMomentsTheServerLosesAndDoublesNothing(@TempDir Path data) throws Exception {
		TestDatabase database = TestServices.newDatabase();
		var properties = new ArrayList<>(database.properties());
		properties.addAll(TestServices.redis().properties());
		Recording recording = CallLog.read(LOG, MAPPING);
		Random random = new Random(20261120);
		int kills = 0;
		try (ServerProcess server = new ServerProcess(data, properties, "hall.live.snapshot-every=300",
				"hall.greeting=false")
			.start()) {
			String token = server.credential("adminToken");
			assertThat(server.console()).as("without the greeting, even of the first start").doesNotContain(token);
			Replay.Settings settings = new Replay.Settings(Pace.UNBOUNDED, 40, null, null, Duration.ofMinutes(2));
			CompletableFuture<Replay.Result> replay = CompletableFuture.supplyAsync(() -> {
				try {
					return replay(server.uri(), "week-killed", token, recording, settings);
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
			while (!replay.isDone() && kills < 4) {
				long rows = rows(database);
				int progress = 1 + random.nextInt(4_000);
				await().atMost(Duration.ofSeconds(60))
					.pollInterval(Duration.ofMillis(5))
					.until(() -> replay.isDone() || rows(database) > rows + progress);
				if (!replay.isDone()) {
					server.kill();
					kills++;
					server.start();
				}
			}
			Replay.Result result = replay.get(5, TimeUnit.MINUTES);
			assertThat(kills).isPositive();
			assertThat(result.comparison().differences()).isEmpty();
			assertThat(result.comparison().server()).isEqualTo(independentCount());
		}
	}

	private static long rows(TestDatabase database) {
		try {
			return database.number("select coalesce(sum(version), 0) from hall");
		}
		catch (IllegalStateException ex) {
			return 0;
		}
	}

	private static Replay.Result replay(URI server, String hall, String token, Recording recording,
			Replay.Settings settings) throws Exception {
		try (HallClient client = new HallClient(server, new HallId(hall), token)) {
			Replay replay = new Replay(client, settings, (line) -> {
			});
			replay.create(recording, client);
			return replay.run(recording);
		}
	}

	/** Read from the log by hand, without any of the code that is tested. */
	private static Map<String, Tally.Count> independentCount() throws IOException {
		Map<String, int[]> counts = new TreeMap<>();
		for (String line : Files.readAllLines(LOG).subList(1, Files.readAllLines(LOG).size())) {
			String[] row = line.split(",");
			boolean queued = !row[8].equals("0:00:00");
			int[] count = new int[3];
			if (row[11].equals("AGENT")) {
				count = new int[] { 1, 1, 0 };
			}
			else if (row[11].equals("HANG") && queued) {
				count = new int[] { 1, 0, 1 };
			}
			for (int i = 0; i < 3; i++) {
				if (count[0] > 0) {
					counts.computeIfAbsent(row[3], (type) -> new int[3])[i] += count[i];
				}
			}
		}
		Map<String, Tally.Count> result = new TreeMap<>();
		counts.forEach((type, count) -> result.put(type, new Tally.Count(count[0], count[1], count[2], 0)));
		return result;
	}

	private static Path log() {
		Path whole = Path.of("../../../shared/data/service-centre-1999-08-w1.csv");
		return Files.exists(whole) ? whole : Path.of("../../simulators/src/test/resources/service-centre-excerpt.csv");
	}

}
