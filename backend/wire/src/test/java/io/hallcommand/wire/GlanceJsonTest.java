package io.hallcommand.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GlanceJsonTest {

	private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void whatChangedLeadsFromAnyGlanceToAnyOtherExactly(long seed) {
		RandomHall random = new RandomHall(seed);
		random.step();
		ObjectNode before = object(hall(random));
		int worst = 0;
		int emergencies = 0;
		for (int i = 0; i < 800; i++) {
			random.step();
			if (i % 3 == 0) {
				ObjectNode after = object(hall(random));
				ObjectNode patch = MergePatch.between(before, after);
				worst += patch.has("worst") ? 1 : 0;
				emergencies += patch.has("emergencies") ? 1 : 0;
				assertThat(MergePatch.apply(before.deepCopy(), patch)).isEqualTo(after);
				assertThat(MergePatch.between(after, after)).isEmpty();
				before = after;
			}
		}
		assertThat(worst).as("patches with another worst alert").isGreaterThan(10);
		assertThat(emergencies).as("patches with emergencies").isGreaterThan(5);
	}

	@Test
	void aHallSaysWhatItsPlanAndItsGlanceSay() {
		RandomHall random = new RandomHall(1);
		random.step();
		Glance glance = random.hall.glance();
		JsonNode hall = object(hall(random));
		assertThat(hall.at("/name/zh").stringValue()).isEqualTo(plan(random).name().zh());
		assertThat(hall.at("/level").stringValue()).isEqualTo(plan(random).level().name());
		assertThat(hall.at("/timeZone").stringValue()).isEqualTo("Asia/Shanghai");
		assertThat(hall.at("/at").stringValue()).endsWith("+08:00");
		assertThat(hall.at("/waiting").intValue()).isEqualTo(glance.waiting());
		assertThat(hall.at("/totalWindows").intValue()).isEqualTo(glance.totalWindows());
		assertThat(hall.at("/alerts").toString()).isEqualTo("{\"critical\":0,\"major\":0,\"minor\":0}");
		assertThat(hall.has("worst")).isFalse();
		assertThat(hall.has("parent")).isFalse();
	}

	@Test
	void aHallOfWhichNothingIsKnownIsShownByItsPlan() {
		RandomHall random = new RandomHall(1);
		random.step();
		assertThat(object(GlanceJson.hall(plan(random), true, null)).propertyNames()).containsExactly("name", "level",
				"timeZone");
		Map<HallId, String> halls = new LinkedHashMap<>();
		halls.put(new HallId("h"), GlanceJson.hall(plan(random), true, null));
		halls.put(new HallId("gone"), "null");
		JsonNode region = HallJson.mapper().readTree(GlanceJson.region(new HallId("top"), 7, NOW, halls));
		assertThat(region.required("region").stringValue()).isEqualTo("top");
		assertThat(region.required("version").intValue()).isEqualTo(7);
		assertThat(region.required("halls").propertyNames()).containsExactly("h", "gone");
		JsonNode patch = HallJson.mapper().readTree(GlanceJson.patch(8, NOW, halls));
		assertThat(MergePatch.apply(region, patch).required("halls").propertyNames()).containsExactly("h");
	}

	private static String hall(RandomHall random) {
		return GlanceJson.hall(plan(random), true, GlanceJson.write(random.hall.glance()));
	}

	private static HallPlan plan(RandomHall random) {
		HallPlan plan = random.hall.plan();
		if (plan == null) {
			throw new AssertionError("no plan");
		}
		return plan;
	}

	private static ObjectNode object(String json) {
		return (ObjectNode) HallJson.mapper().readTree(json);
	}

}
