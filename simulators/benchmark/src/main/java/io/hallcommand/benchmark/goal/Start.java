package io.hallcommand.benchmark.goal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.report.Finding;

/**
 * A start with a long past: 10 000 halls, 10 000 000 events, no snapshot kept.
 */
public final class Start implements Goal {

	private static final int HALLS = 10_000;

	private static final int LOOKED_AT = 20;

	@Override
	public List<Integer> numbers() {
		return List.of(7);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		servers.close();
		Lab lab = servers.lab();
		Path data = lab.file("data");
		try (HallServer server = HallServer.start(lab, data, Map.of())) {
			lab.tell("10,000 halls and 10,000,000 events are made");
			server.database().run(seed());
		}
		try (HallServer server = HallServer.start(lab, data, Map.of())) {
			lab.tell("served after %.1f s".formatted(server.startSeconds()));
			List<Double> first = new ArrayList<>();
			Random random = new Random(7);
			try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
				for (int i = 0; i < LOOKED_AT; i++) {
					first.add(firstFrame(client, server, "seed-%05d".formatted(1 + random.nextInt(HALLS))));
				}
			}
			lab.tell("first frames, ms: " + first.stream().map((each) -> "%.0f".formatted(each)).toList());
			double worst = first.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
			double middle = first.stream().sorted().toList().get(LOOKED_AT / 2);
			return List.of(
					Finding
						.atMost(10, 7, "start with 10,000 halls and 10,000,000 events until it serves",
								server.startSeconds(), "%.1f s")
						.because("on one core the virtual machine, the framework and their compilation take nearly all"
								+ " of it; halls are read when somebody looks"),
					Finding
						.atMost(100, 7, "first frame of a hall after that, the slowest of " + LOOKED_AT, worst,
								"%.0f ms")
						.withRemark(
								"the middle one %.0f ms, the first of all %.0f ms".formatted(middle, first.getFirst()))
						.because("right after a start the code is not compiled yet, the first look meets classes that"
								+ " were never loaded, and 1,000 events are read without a snapshot"));
		}
	}

	private static double firstFrame(HttpClient client, HallServer server, String hall) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/api/halls/" + hall + "/stream"))
			.header("Authorization", "Bearer " + server.token())
			.build();
		long began = System.nanoTime();
		try {
			HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
			try (Stream<String> lines = response.body()) {
				if (response.statusCode() != 200 || lines.noneMatch("event: snapshot"::equals)) {
					throw new IllegalStateException("Hall " + hall + " was not shown: " + response.statusCode());
				}
			}
			return (System.nanoTime() - began) / 1e6;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String seed() {
		try (InputStream sql = Start.class.getResourceAsStream("/io/hallcommand/benchmark/seed.sql")) {
			if (sql == null) {
				throw new IllegalStateException("seed.sql is missing");
			}
			return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
