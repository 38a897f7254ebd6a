package io.hallcommand.server.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.engine.Pace;
import io.hallcommand.sim.replay.CallLog;
import io.hallcommand.sim.replay.LogMapping;
import io.hallcommand.sim.replay.Recording;
import io.hallcommand.sim.replay.Replay;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real week of a service centre: its alerts of overlong waits begin and end exactly
 * when the log itself says.
 */
class AlertWeekTest {

	/** The whole week where it lies beside the project, else an excerpt. */
	private static final Path WEEK = Path.of("../../../shared/data/service-centre-1999-08-w1.csv");

	private static final boolean WHOLE = Files.exists(WEEK);

	private static final Path LOG = WHOLE ? WEEK
			: Path.of("../../simulators/src/test/resources/service-centre-excerpt.csv");

	/**
	 * Five minutes: the centre answers fast, and half an hour would hardly be reached.
	 */
	private static final int LIMIT = 300;

	private static Node node;

	private static Recording recording;

	@BeforeAll
	static void start(@TempDir Path data) throws Exception {
		recording = CallLog.read(LOG, LogMapping.read("service-centre"));
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@Test
	void alertsBeginAndEndWhenTheLogSays() throws Exception {
		Map<String, List<WaitIntervals.Interval>> found = replayed("week", 0, 0);
		assertThat(found).isEqualTo(expected(LIMIT, 0, 0));
		assertThat(count(found)).isEqualTo(WHOLE ? 670 : count(expected(LIMIT, 0, 0))).isPositive();
		// A comparison that finds no fault finds nothing
		assertThat(found).isNotEqualTo(expected(LIMIT + 1, 0, 0));
	}

	@Test
	void delaysKeepAlertsFromFlapping() throws Exception {
		Map<String, List<WaitIntervals.Interval>> found = replayed("calm-week", 30, 60);
		assertThat(found).isEqualTo(expected(LIMIT, 30, 60));
		assertThat(count(found)).isPositive().isLessThan(count(expected(LIMIT, 0, 0)));
		assertThat(found).isNotEqualTo(expected(LIMIT, 31, 60)).isNotEqualTo(expected(LIMIT, 30, 61));
	}

	private static Map<String, List<WaitIntervals.Interval>> expected(int limit, int onDelay, int offDelay)
			throws Exception {
		return WaitIntervals.of(WaitIntervals.waits(LOG), limit, onDelay, offDelay);
	}

	private static int count(Map<String, List<WaitIntervals.Interval>> intervals) {
		return intervals.values().stream().mapToInt(List::size).sum();
	}

	/** From when to when the hall says that there was an alert, by queue. */
	private static Map<String, List<WaitIntervals.Interval>> replayed(String hall, int onDelay, int offDelay)
			throws Exception {
		try (HallClient client = new HallClient(node.uri("/"), new HallId(hall), node.admin())) {
			client.putPlan(plan(client.hall()));
			String rules = rules(onDelay, offDelay);
			assertThat(
					node.send("PUT", "/api/halls/" + hall + "/rules", node.admin(), "application/json", rules).body())
				.isEqualTo("{\"halls\":1,\"failed\":0}");
			new Replay(client, Replay.Settings.http(Pace.UNBOUNDED), (line) -> {
			}).run(recording);
		}
		return intervals(node.journal(hall));
	}

	private static HallPlan plan(HallId hall) {
		if (recording.plan() == null) {
			throw new AssertionError("a log holds a plan");
		}
		HallPlan plan = recording.plan().apply(hall);
		return new HallPlan(hall, plan.name(), plan.level(), plan.parent(), plan.timeZone(), plan.clock(),
				plan.capacity(), plan.zones(),
				plan.queues()
					.stream()
					.map((queue) -> new HallPlan.Queue(queue.id(), queue.name(), queue.prefix(), LIMIT))
					.toList(),
				plan.windows());
	}

	/** Overlong waits with one level, and nothing else. */
	private static String rules(int onDelay, int offDelay) {
		JsonNode effective = HallJson.mapper()
			.readTree(node.send("GET", "/api/halls/civic-centre/rules", node.admin(), null, null).body())
			.required("effective");
		ObjectNode rules = HallJson.mapper().createObjectNode();
		ObjectNode byId = rules.putObject("rules");
		effective.required("rules").propertyNames().forEach((id) -> byId.putObject(id).put("enabled", false));
		byId.set("wait-overtime", HallJson.mapper().readTree("""
				{"levels":[{"threshold":100,"severity":"CRITICAL"}],"onDelaySeconds":%d,"offDelaySeconds":%d,
				 "escalation":[],"remindAfterSeconds":0}""".formatted(onDelay, offDelay)));
		return rules.toString();
	}

	private static Map<String, List<WaitIntervals.Interval>> intervals(List<JsonNode> journal) {
		Map<String, String> queues = new HashMap<>();
		Map<String, Instant> open = new HashMap<>();
		Map<String, List<WaitIntervals.Interval>> intervals = new TreeMap<>();
		for (JsonNode entry : journal) {
			String alert = entry.at("/data/alert").stringValue("");
			Instant time = OffsetDateTime.parse(entry.required("time").stringValue()).toInstant();
			switch (entry.required("type").stringValue()) {
				case "alert.raised" -> {
					queues.put(alert, entry.at("/data/subject/queue").stringValue());
					assertThat(open.put(alert, time)).isNull();
				}
				case "alert.returned" -> assertThat(open.put(alert, time)).isNull();
				case "alert.cleared" -> intervals.computeIfAbsent(queues.get(alert), (queue) -> new ArrayList<>())
					.add(new WaitIntervals.Interval(open.remove(alert), time));
				default -> {
					// the visitors themselves
				}
			}
		}
		assertThat(open).as("at the end of the log nobody waits").isEmpty();
		return intervals;
	}

}
