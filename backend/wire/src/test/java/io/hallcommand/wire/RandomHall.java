package io.hallcommand.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import tools.jackson.databind.JsonNode;

/**
 * A hall to which random things happen over several days.
 */
final class RandomHall {

	static final String PLAN = """
			{"hall":"h","name":{"zh":"厅","en":"Hall"},"level":"CITY",
			 "zones":[{"id":"A","name":"A"}],
			 "queues":[{"id":"tax","name":"税务","prefix":"T"},{"id":"care","name":"Care","waitLimitSeconds":600}],
			 "windows":[{"id":"1","zone":"A","queues":["tax"],"position":{"x":1,"y":2}},
			            {"id":"2","zone":"A","queues":["tax","care"],"kind":"TIDAL"}]}""";

	final Hall hall = Hall.empty(new HallId("h"));

	private final Random random;

	private Instant now = Instant.parse("2026-11-20T00:00:00Z");

	private int steps;

	RandomHall(long seed) {
		this.random = new Random(seed);
	}

	static HallPlan plan(String json) {
		PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree(json), null);
		HallPlan plan = reading.plan();
		if (plan == null) {
			throw new AssertionError(reading.problems());
		}
		return plan;
	}

	List<JournalEntry> step() {
		this.steps++;
		this.now = this.now.plus(Duration.ofMillis(this.random.nextInt(240_000)));
		if (this.steps == 1) {
			return plan(plan(PLAN));
		}
		if (this.random.nextInt(300) == 0) {
			return plan(plan(PLAN.replace("\"name\":\"A\"", "\"name\":\"A" + this.steps + "\"")));
		}
		return this.hall.report(new Report(new EventKey("d", "e" + this.steps), this.now, fact()), this.now);
	}

	private List<JournalEntry> plan(HallPlan plan) {
		return this.hall.plan(plan, "test", new EventKey("hall", "p" + this.steps), this.now).stream().toList();
	}

	private HallEvent.Fact fact() {
		List<String> types = List.copyOf(FactJson.TYPES);
		String type = (this.random.nextInt(3) == 0) ? "ticket.issued" : types.get(this.random.nextInt(types.size()));
		JsonNode event = HallJson.mapper()
			.readTree("{\"id\":\"x\",\"source\":\"d\",\"type\":\"" + type + "\",\"data\":{\"ticket\":\"T"
					+ this.random.nextInt(40) + "\",\"window\":\"" + (1 + this.random.nextInt(2)) + "\",\"queue\":\""
					+ (this.random.nextBoolean() ? "tax" : "care") + "\"}}");
		if (ReportJson.read(event) instanceof ReportJson.Read read) {
			return read.report().fact();
		}
		throw new AssertionError(event);
	}

}
