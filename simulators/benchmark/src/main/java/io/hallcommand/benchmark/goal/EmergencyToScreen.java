package io.hallcommand.benchmark.goal;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.benchmark.client.Lookout;
import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.report.Finding;
import io.hallcommand.wire.HallJson;
import org.HdrHistogram.Histogram;

/**
 * From the moment at which an officer declares a fire until each of a thousand walls of
 * that hall has the takeover, while devices go on reporting.
 */
public final class EmergencyToScreen implements Goal {

	private static final String HALL = "/api/halls/burning";

	private static final int SCREENS = 1_000;

	/** Ordinary events a second. */
	private static final int RATE = 500;

	private static final int BATCHES = 10;

	private static final int FIRES = 20;

	@Override
	public List<Integer> numbers() {
		return List.of(10);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		HallServer server = servers.warm(Servers.Kind.SHIPPED);
		Histogram micros = new Histogram(60_000_000L, 3);
		AtomicInteger posted = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		try (Caller caller = new Caller(server);
				ScheduledExecutorService devices = Executors.newSingleThreadScheduledExecutor()) {
			done(caller.put(HALL + "/plan", """
					{"name":"burning","zones":[{"id":"A","name":"A"}],"queues":[{"id":"q","name":"q"}],
					 "windows":[{"id":"1","zone":"A","queues":["q"]}]}"""));
			String other = HallJson.mapper()
				.readTree(done(caller.post("/api/tokens", "{\"name\":\"second\",\"role\":\"OFFICER\"}")))
				.required("token")
				.stringValue();
			servers.lab().tell("%,d walls of one hall, %d events/s".formatted(SCREENS, RATE));
			try (Lookout walls = new Lookout(server.address(), HALL + "/stream", server.token(), SCREENS)) {
				var unused = devices.scheduleAtFixedRate(() -> report(caller, posted, refused), 0, 1_000 / BATCHES,
						TimeUnit.MILLISECONDS);
				for (int fire = -2; fire < FIRES; fire++) {
					TimeUnit.MILLISECONDS.sleep(500);
					burn(caller, walls, other, fire, (fire < 0) ? new Histogram(60_000_000L, 3) : micros);
				}
				devices.shutdown();
			}
		}
		if (refused.get() > 0) {
			throw new IllegalStateException(refused + " of the ordinary reports failed");
		}
		servers.lab().tell("fire to walls: p50 %.1f ms, p99 %.1f ms".formatted(at(micros, 50), at(micros, 99)));
		String what = "declaration of a fire to 1,000 walls of its hall, beside 500 events/s, ";
		return List.of(
				Finding.of(10, what + "p50", "%.0f ms".formatted(at(micros, 50)),
						"%d fires; %,d events beside them; max %.0f ms".formatted(FIRES, posted.get(),
								micros.getMaxValue() / 1000.0)),
				Finding.atMost(100, 10, what + "p99", at(micros, 99), "%.0f ms"));
	}

	/** One fire, from its declaration to its end. */
	private static void burn(Caller caller, Lookout walls, String other, int number, Histogram micros)
			throws InterruptedException {
		String seen = "smoke-" + number;
		walls.begin("\"what\":\"" + seen + "\"", micros);
		CompletableFuture<HttpResponse<String>> declared = caller.post(HALL + "/emergencies",
				"{\"kind\":\"FIRE\",\"separate\":true,\"what\":\"" + seen + "\"}");
		walls.await(10);
		String id = HallJson.mapper().readTree(done(declared)).at("/emergency/id").stringValue();
		done(caller.post(HALL + "/emergencies/" + id + "/end", "{}"));
		done(caller.post(HALL + "/emergencies/" + id + "/end", "{}", other));
		done(caller.post(HALL + "/emergencies/" + id + "/file", "{\"report\":\"FINAL\",\"text\":\"measured\"}"));
		done(caller.post(HALL + "/emergencies/" + id + "/close", "{}"));
	}

	/** Visitors come and go at once, so that the hall stays as full as it is. */
	private static void report(Caller caller, AtomicInteger posted, AtomicInteger refused) {
		StringBuilder events = new StringBuilder("[");
		for (int i = 0; i < RATE / BATCHES; i++) {
			int number = posted.getAndIncrement();
			boolean comes = number % 2 == 0;
			events.append((i == 0) ? "" : ",")
				.append("{\"id\":\"%d\",\"source\":\"kiosk\",\"type\":\"ticket.%s\",\"data\":{\"ticket\":\"T%d\",\"queue\":\"q\"}}"
					.formatted(number, comes ? "issued" : "abandoned", number / 2));
		}
		var unused = caller.post(HALL + "/events", events.append(']').toString()).whenComplete((answer, failure) -> {
			if (failure != null || answer.statusCode() != 200) {
				refused.incrementAndGet();
			}
		});
	}

	private static String done(CompletableFuture<HttpResponse<String>> call) {
		HttpResponse<String> answer = call.orTimeout(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS).join();
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	private static double at(Histogram micros, double percentile) {
		return micros.getValueAtPercentile(percentile) / 1000.0;
	}

}
