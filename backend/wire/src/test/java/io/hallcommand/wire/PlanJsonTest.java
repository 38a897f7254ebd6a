package io.hallcommand.wire;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanJsonTest {

	@Test
	void fillsInDefaults() {
		HallPlan plan = RandomHall.plan(RandomHall.PLAN);
		assertThat(plan.timeZone().getId()).isEqualTo("Asia/Shanghai");
		assertThat(plan.clock()).isEqualTo(HallClock.LIVE);
		assertThat(plan.queues().get(0).waitLimitSeconds()).isEqualTo(1800);
		assertThat(plan.queues().get(0).name().en()).isEqualTo("税务");
		assertThat(plan.windows().get(0).name().zh()).isEqualTo("1");
	}

	@Test
	void readsWhatItWrites() {
		HallPlan plan = RandomHall.plan(RandomHall.PLAN);
		assertThat(PlanJson.read(PlanJson.write(plan), plan.hall()).plan()).isEqualTo(plan);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"zone":"A","queues":["tax"]     | "zone":"B","queues":["tax"]        | windows[0].zone             | names no zone of this plan: B
					"queues":["tax","care"]         | "queues":["tax","tax"]             | windows[1].queues           | names a queue twice: tax
					"queues":["tax","care"]         | "queues":["cure"]                  | windows[1].queues           | names no queue of this plan: cure
					"id":"2"                        | "id":"1"                           | windows[1].id               | stands twice: 1
					"kind":"TIDAL"                  | "kind":"BIG"                       | windows[1].kind             | is not one of
					"waitLimitSeconds":600          | "waitLimitSeconds":0               | queues[1].waitLimitSeconds  | is not between 1 and 86400
					"waitLimitSeconds":600          | "waitLimitSeconds":"10 min"        | queues[1].waitLimitSeconds  | is not a whole number
					"level":"CITY"                  | "level":"MOON"                     | level                       | is not one of
					"level":"CITY"                  | "timeZone":"Mars/Olympus"          | timeZone                    | is not a time zone
					"level":"CITY"                  | "parent":"h"                       | parent                      | is the hall itself
					"hall":"h"                      | "hall":"../h"                      | hall                        | is not 1 to 64
					{"id":"A","name":"A"}           | {"id":"A"}                         | zones[0].name               | is missing
					{"x":1,"y":2}                   | {"x":"left"}                       | windows[0].position         | has no numbers
					""")
	void saysWhereAPlanIsWrong(String good, String bad, String field, String reason) {
		String json = RandomHall.PLAN.replace(good, bad);
		assertThat(json).isNotEqualTo(RandomHall.PLAN);
		PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree(json), null);
		assertThat(reading.plan()).isNull();
		assertThat(reading.problems()).anySatisfy((problem) -> {
			assertThat(problem.field()).isEqualTo(field);
			assertThat(problem.reason()).startsWith(reason);
		});
	}

	@Test
	void aPlanForAnotherHallIsRefused() {
		assertThat(PlanJson.read(HallJson.mapper().readTree(RandomHall.PLAN), new HallId("other")).problems())
			.containsExactly(new WireProblem("hall", "is 'h', but the plan is for other"));
	}

	/**
	 * As it was written before queues had a limit for their service, and halls a
	 * capacity.
	 */
	@Test
	void aPlanOfAnOlderJournalIsStillRead() {
		HallEvent event = EventJson.read("hall.planned",
				"""
						{"actor":"boss","plan":{"hall":"h","name":{"zh":"厅","en":"Hall"},"level":"CITY","parent":null,
						 "timeZone":"Asia/Shanghai","clock":"LIVE","zones":[],
						 "queues":[{"id":"tax","name":{"zh":"税","en":"Tax"},"prefix":"T","waitLimitSeconds":600}],"windows":[]}}""");
		assertThat(event).isInstanceOfSatisfying(HallEvent.HallPlanned.class, (planned) -> {
			assertThat(planned.plan().capacity()).isNull();
			assertThat(planned.plan().queues().getFirst().serviceLimitSeconds())
				.isEqualTo(HallPlan.Queue.DEFAULT_SERVICE_LIMIT_SECONDS);
		});
	}

}
