package io.hallcommand.benchmark.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hallcommand.benchmark.contestant.HallServer;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.NativeTool;
import io.hallcommand.benchmark.report.Finding;
import tools.jackson.databind.JsonNode;

/**
 * Events acknowledged after their commit, beside what the same PostgreSQL takes from a
 * client in C that sends the same rows by COPY.
 */
public final class Intake implements Goal {

	private static final int MANY_HALLS = 20_000;

	private final int seconds;

	/**
	 * @param seconds how long each run is measured
	 */
	public Intake(int seconds) {
		this.seconds = seconds;
	}

	@Override
	public List<Integer> numbers() {
		return List.of(5);
	}

	@Override
	public List<Finding> measure(Servers servers) throws InterruptedException {
		Lab lab = servers.lab();
		NativeTool devices = NativeTool.compile(lab, "postevents")
			.orElseThrow(() -> new IllegalStateException("a C compiler is needed: apt-get install gcc libc6-dev"));
		Optional<NativeTool> copy = NativeTool.compile(lab, "copyrows", "-lpq");
		List<Finding> findings = new ArrayList<>();
		HallServer server = servers.warm(Servers.Kind.SHIPPED);
		double full = post(lab, devices, server, 100, 0, 12).required("events_per_second").doubleValue();
		findings.add(beside(copy, server, full));
		JsonNode half = post(lab, devices, server, 100, (long) (full / 2), 3);
		findings.add(Finding
			.atMost(50, 5, "at half that rate: POST to its answer after the commit, p99",
					half.required("post_p99_ms").doubleValue(), "%.1f ms")
			.withRemark("p50 %.1f ms at %,.0f/s".formatted(half.required("post_p50_ms").doubleValue(),
					half.required("events_per_second").doubleValue())));
		lab.tell("20,000 halls are made");
		server.free();
		devices.execute("-H", Integer.toString(MANY_HALLS), "-p", Integer.toString(server.address().getPort()),
				server.token());
		server.confine();
		JsonNode many = post(lab, devices, server, MANY_HALLS, 0, 3, "-P");
		findings.add(Finding.of(5, "intake with 20,000 halls active",
				"%,.0f/s".formatted(many.required("events_per_second").doubleValue()),
				"%.2f of the rate with 100 halls, p99 %.0f ms".formatted(
						many.required("events_per_second").doubleValue() / full,
						many.required("post_p99_ms").doubleValue())));
		return findings;
	}

	private Finding beside(Optional<NativeTool> copy, HallServer server, double full) {
		String what = "intake, 100 halls, 100 events a POST";
		if (copy.isEmpty()) {
			return Finding.of(5, what, "%,.0f/s".formatted(full),
					"no reference: apt-get install gcc libc6-dev libpq-dev");
		}
		JsonNode copied = copy.get()
			.runOnServerCore("-b", "1000", "-t", Integer.toString(this.seconds), server.database().connection());
		return Finding
			.atLeast(0.5, 5, what, full, "COPY in C", copied.required("rows_per_second").doubleValue(), "%,.0f/s")
			.withRemark("fsync %s, synchronous_commit %s; a COPY of 1,000 rows takes p99 %.0f ms".formatted(
					copied.required("fsync").stringValue(), copied.required("synchronous_commit").stringValue(),
					copied.required("batch_p99_ms").doubleValue()));
	}

	private JsonNode post(Lab lab, NativeTool devices, HallServer server, int halls, long rate, int warmUp,
			String... more) {
		List<String> options = new ArrayList<>(List.of(more));
		options.addAll(List.of("-H", Integer.toString(halls), "-b", "100", "-r", Long.toString(rate), "-w",
				Integer.toString(warmUp), "-t", Integer.toString(this.seconds),
				Integer.toString(server.address().getPort()), server.token()));
		JsonNode result = devices.run(options.toArray(String[]::new));
		lab.tell("intake: " + result);
		if (result.required("refused_posts").longValue() > 0) {
			throw new IllegalStateException("POSTs were refused: " + result);
		}
		return result;
	}

}
