package io.hallcommand.benchmark.goal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.lab.CpuTime;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.report.Finding;
import io.hallcommand.wire.HallJson;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * From the instant at which a wait is over its limit until an officer's screen has the
 * alert, while many halls are full; and what halls cost that only wait for such an
 * instant.
 */
public final class AlertToScreen implements Goal {

	private static final int HALLS = 1_000;

	private static final int QUEUES = 5;

	/** 100 000 in all. */
	private static final int WAITING = 20;

	private static final int LIMIT_SECONDS = 300;

	/** The breaches are spread over so much time. */
	private static final int SPREAD_SECONDS = 40;

	/** Until the first breach there is time to post all tickets. */
	private static final int LEAD_SECONDS = 45;

	private static final int QUIET_HALLS = 10_000;

	private static final Duration WATCHED = Duration.ofSeconds(20);

	@Override
	public List<Integer> numbers() {
		return List.of(9);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		HallServer server = servers.warm(Servers.Kind.SHIPPED);
		List<Finding> findings = new ArrayList<>(breaches(servers.lab(), server));
		findings.add(quiet(servers.lab(), server));
		return findings;
	}

	private List<Finding> breaches(Lab lab, HallServer server) throws InterruptedException {
		ConcurrentHistogram latencies = new ConcurrentHistogram(60_000_000L, 3);
		AtomicInteger seen = new AtomicInteger();
		server.free();
		try (Caller caller = new Caller(server)) {
			lab.tell("%,d halls with %,d waiting tickets are made".formatted(HALLS, HALLS * QUEUES * WAITING));
			caller.each(HALLS, (i) -> caller.put("/api/halls/full-" + i + "/plan", plan(LIMIT_SECONDS)));
			List<CompletableFuture<?>> screens = new ArrayList<>();
			for (int i = 0; i < HALLS; i++) {
				screens.add(caller.watch("/api/halls/full-" + i + "/stream", (line) -> read(line, latencies, seen)));
			}
			Instant first = Instant.now().plusSeconds(LEAD_SECONDS);
			caller.each(HALLS, (i) -> caller.post("/api/halls/full-" + i + "/events", tickets(i, first)));
			server.confine();
			lab.tell("breaches begin in %d s".formatted(Duration.between(Instant.now(), first).toSeconds()));
			TimeUnit.MILLISECONDS
				.sleep(Duration.between(Instant.now(), first).plusSeconds(SPREAD_SECONDS + 5).toMillis());
			screens.forEach((screen) -> screen.cancel(true));
		}
		Histogram all = latencies.copy();
		if (seen.get() != HALLS * QUEUES) {
			throw new IllegalStateException("Screens saw %,d of %,d breaches".formatted(seen.get(), HALLS * QUEUES));
		}
		String what = "breach of a wait limit to the officer's screen, 1,000 halls, 100,000 waiting tickets, ";
		lab.tell("breach to screen: p50 %.1f ms, p99 %.1f ms".formatted(all.getValueAtPercentile(50) / 1000.0,
				all.getValueAtPercentile(99) / 1000.0));
		String remark = "%,d breaches in %d s; a screen for each hall; max %.0f ms".formatted(HALLS * QUEUES,
				SPREAD_SECONDS, all.getMaxValue() / 1000.0);
		return List.of(Finding.of(9, what + "p50", "%.0f ms".formatted(all.getValueAtPercentile(50) / 1000.0), remark),
				Finding.atMost(250, 9, what + "p99", all.getValueAtPercentile(99) / 1000.0, "%.0f ms"));
	}

	/** Each hall has one ticket, whose limit is a day away. */
	private Finding quiet(Lab lab, HallServer server) throws InterruptedException {
		TimeUnit.SECONDS.sleep(5);
		double before = percent(server);
		server.free();
		try (Caller caller = new Caller(server)) {
			lab.tell("%,d quiet halls are made".formatted(QUIET_HALLS));
			caller.each(QUIET_HALLS, (i) -> caller.put("/api/halls/quiet-" + i + "/plan", plan(86_400)));
			caller.each(QUIET_HALLS, (i) -> caller
				.post("/api/halls/quiet-" + i + "/events", "[" + event("q", 0, "queue-0", Instant.now())
						+ ",{\"id\":\"w\",\"source\":\"w\",\"type\":\"window.opened\",\"data\":{\"window\":\"1\"}}]"));
		}
		server.confine();
		TimeUnit.SECONDS.sleep(20);
		double after = percent(server);
		lab.tell("quiet halls: %.1f %% of a core, %.1f %% before".formatted(after, before));
		return Finding
			.atMost(2, 9, "10,000 quiet halls with armed deadlines, CPU beyond what the server does without them",
					Math.max(0, after - before), "%.1f %% of a core")
			.withRemark("%.1f %% in all, %.1f %% before they were there".formatted(after, before));
	}

	private static void read(String line, ConcurrentHistogram latencies, AtomicInteger seen) {
		if (!line.startsWith("data:") || !line.contains("CRITICAL")) {
			return;
		}
		Instant now = Instant.now();
		JsonNode frame = HallJson.mapper().readTree(line.substring(5));
		for (JsonNode alert : frame.path("alerts")) {
			if (alert.isObject() && alert.path("kind").asString("").equals("WAIT_OVERTIME")
					&& alert.path("severity").asString("").equals("CRITICAL")) {
				Instant since = OffsetDateTime.parse(alert.required("since").stringValue()).toInstant();
				latencies.recordValue(Math.clamp(Duration.between(since, now).toNanos() / 1000, 0, 60_000_000L));
				seen.incrementAndGet();
			}
		}
	}

	private static String plan(int limit) {
		StringBuilder queues = new StringBuilder();
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < QUEUES; i++) {
			queues.append((i == 0) ? "" : ",")
				.append("{\"id\":\"queue-%d\",\"name\":\"queue %d\",\"waitLimitSeconds\":%d}".formatted(i, i, limit));
			names.append((i == 0) ? "" : ",").append("\"queue-").append(i).append('"');
		}
		return "{\"name\":\"full\",\"zones\":[{\"id\":\"A\",\"name\":\"A\"}],\"queues\":[" + queues
				+ "],\"windows\":[{\"id\":\"1\",\"zone\":\"A\",\"queues\":[" + names + "]}]}";
	}

	/** The longest wait of each queue reaches its limit at an instant of its own. */
	private static String tickets(int hall, Instant first) {
		StringBuilder events = new StringBuilder("[");
		for (int queue = 0; queue < QUEUES; queue++) {
			long place = (long) hall * QUEUES + queue;
			Instant breach = first.plusMillis(place * SPREAD_SECONDS * 1000 / (HALLS * QUEUES));
			Instant longest = breach.minusSeconds(LIMIT_SECONDS);
			for (int i = 0; i < WAITING; i++) {
				events.append((queue + i == 0) ? "" : ",")
					.append(event("t" + queue + "-" + i, i, "queue-" + queue, longest.plusSeconds(i)));
			}
		}
		return events.append(']').toString();
	}

	private static String event(String id, int number, String queue, Instant time) {
		return "{\"id\":\"%s\",\"source\":\"kiosk\",\"type\":\"ticket.issued\",\"time\":\"%s\",\"data\":{\"ticket\":\"%s-%d\",\"queue\":\"%s\"}}"
			.formatted(id, time, queue, number, queue);
	}

	private static double percent(HallServer server) throws InterruptedException {
		double before = CpuTime.of(server.processes()).seconds();
		TimeUnit.NANOSECONDS.sleep(WATCHED.toNanos());
		return 100 * (CpuTime.of(server.processes()).seconds() - before) / WATCHED.toSeconds();
	}

}
