package io.hallcommand.server.acceptance;

import java.nio.file.Path;
import java.time.Duration;

import io.hallcommand.server.testing.TestServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rules down the tree: a city over two counties, and another city beside it.
 */
class AlertRulesTest {

	private static final int STANDARD_LIMIT = 20;

	private static Node node;

	@BeforeAll
	static void start(@TempDir Path data) {
		node = Node.start(TestServices.newDatabase(), TestServices.redis(), data);
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@Test
	void aRuleOfTheCityHoldsInItsCountiesUnlessTheyHaveTheirOwn() {
		AlertHall city = hall("city", null);
		AlertHall first = hall("first-county", "city");
		AlertHall second = hall("second-county", "city");
		AlertHall elsewhere = hall("elsewhere", null);
		assertThat(limit(first)).isEqualTo(STANDARD_LIMIT);
		assertThat(put(city, limit(9)).body().toString()).isEqualTo("{\"halls\":3,\"failed\":0}");
		assertThat(limit(city)).isEqualTo(9);
		assertThat(limit(first)).isEqualTo(9);
		assertThat(limit(elsewhere)).isEqualTo(STANDARD_LIMIT);
		assertThat(own(first)).isEqualTo("{}");
		assertThat(AlertHall.ofType(node, "elsewhere", "rules.changed")).isEmpty();
		assertThat(AlertHall.ofType(node, "second-county", "rules.changed")).hasSize(1);
		put(second, limit(4));
		put(city, limit(7));
		assertThat(limit(first)).isEqualTo(7);
		assertThat(limit(second)).isEqualTo(4);
		AlertHall late = hall("new-county", "city");
		assertThat(limit(late)).isEqualTo(7);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> AlertHall.ofType(node, "new-county", "rules.changed").size() == 1);
		// Not only on paper: eight are too many there, and five in the county of its own
		// mind
		crowd(late, 8);
		crowd(second, 5);
		crowd(first, 7);
		assertThat(alerts(late)).isEqualTo(1);
		assertThat(alerts(second)).isEqualTo(1);
		assertThat(alerts(first)).isZero();
		// Without rules of its own it lives by those above again
		put(second, "{}");
		assertThat(limit(second)).isEqualTo(7);
		assertThat(second.view().required("alerts").iterator().next().required("active").booleanValue()).isFalse();
		// And where it hangs elsewhere, by those there
		first.plan(1, "elsewhere");
		await().atMost(Duration.ofSeconds(10))
			.until(() -> AlertHall.ofType(node, "first-county", "rules.changed").size() == 3);
		assertThat(limit(first)).isEqualTo(STANDARD_LIMIT);
		late.plan(1, null);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> AlertHall.ofType(node, "new-county", "rules.changed").size() == 2);
		assertThat(limit(late)).isEqualTo(STANDARD_LIMIT);
	}

	@Test
	void aChangeIsLiveAtOnce() {
		AlertHall hall = hall("live", null);
		crowd(hall, 5);
		assertThat(alerts(hall)).isZero();
		put(hall, limit(4));
		JsonNode raised = hall.view().at("/alerts/" + hall.alertOf(0));
		assertThat(raised.required("state").stringValue()).isEqualTo("UNACKNOWLEDGED");
		assertThat(raised.required("threshold").intValue()).isEqualTo(4);
		assertThat(raised.required("value").intValue()).isEqualTo(5);
		put(hall, limit(5));
		JsonNode cleared = hall.view().at("/alerts/" + hall.alertOf(0));
		assertThat(cleared.required("state").stringValue()).isEqualTo("CLEARED");
		assertThat(cleared.required("active").booleanValue()).isFalse();
		put(hall, limit(3));
		assertThat(hall.view().at("/alerts/" + hall.alertOf(0) + "/occurrences").intValue()).isEqualTo(2);
		// A rule that is switched off leaves nothing behind
		put(hall, "{\"rules\":{\"queue-length\":{\"enabled\":false}}}");
		assertThat(hall.view().at("/alerts/" + hall.alertOf(0) + "/active").booleanValue()).isFalse();
		assertThat(AlertHall.ofType(node, "live", "alert.cleared").getLast().at("/data/reason").stringValue())
			.isEqualTo("RULES");
	}

	@Test
	void badRulesAreRefusedWithEveryFaultAndNothingIsChanged() {
		AlertHall above = hall("above", null);
		AlertHall below = hall("below", "above");
		put(above, limit(11));
		long version = below.view().required("version").longValue();
		Person.Answer refused = put(above,
				"""
						{"rules":{"queue-length":{"levels":[{"threshold":9,"severity":"MAJOR"},{"threshold":5,"severity":"MINOR"}],
						  "unit":"SECONDS"},
						 "window-idle":{"escalation":[{"afterSeconds":300,"to":"MANAGER"},{"afterSeconds":60,"to":"UPPER"}]}}}""");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.wrongFields().split(" ")).containsExactlyInAnyOrder("rules.queue-length.unit",
				"rules.queue-length.levels[1].threshold", "rules.queue-length.levels[1].severity",
				"rules.window-idle.escalation[1].afterSeconds");
		Person.Answer unreadable = put(above, """
				{"rules":{"queue-length":{"onDelaySeconds":-1},"window-idle":{"levels":"none"},
				 "mine":{"levels":[{"threshold":1,"severity":"MINOR"}]}}}""");
		assertThat(unreadable.status()).isEqualTo(422);
		assertThat(unreadable.wrongFields().split(" ")).containsExactlyInAnyOrder("rules.queue-length.onDelaySeconds",
				"rules.window-idle.levels", "rules.mine.kind");
		assertThat(put(above, "[]").status()).isEqualTo(400);
		assertThat(limit(above)).isEqualTo(11);
		assertThat(limit(below)).isEqualTo(11);
		assertThat(below.view().required("version").longValue()).isEqualTo(version);
	}

	/** What fits above may not fit below: then nothing is changed anywhere. */
	@Test
	void aRuleThatDoesNotFitBelowIsRefusedAbove() {
		AlertHall above = hall("upper", null);
		AlertHall below = hall("lower", "upper");
		put(above, rule("extra", 5));
		put(below, "{\"rules\":{\"extra\":{\"levels\":[{\"threshold\":2,\"severity\":\"MAJOR\"}]}}}");
		Person.Answer refused = put(above, "{}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.wrongFields()).contains("rules.extra");
		assertThat(refused.text("detail")).contains("'lower'");
		assertThat(own(above)).contains("extra");
	}

	private static AlertHall hall(String name, @Nullable String parent) {
		AlertHall hall = new AlertHall(node.uri("/"), node.admin(), name);
		hall.plan(1, parent);
		return hall;
	}

	private static String limit(int people) {
		return "{\"rules\":{\"queue-length\":{\"levels\":[{\"threshold\":" + people
				+ ",\"severity\":\"MAJOR\"}],\"onDelaySeconds\":0,\"offDelaySeconds\":0}}}";
	}

	private static String rule(String id, int people) {
		return "{\"rules\":{\"" + id
				+ "\":{\"kind\":\"QUEUE_LENGTH\",\"unit\":\"PEOPLE\",\"title\":{\"zh\":\"多\",\"en\":\"Many\"},"
				+ "\"basis\":\"team default\",\"levels\":[{\"threshold\":" + people + ",\"severity\":\"MINOR\"}]}}}";
	}

	private static Person.Answer put(AlertHall hall, String rules) {
		return hall.ask("PUT", "/rules", rules);
	}

	private static int limit(AlertHall hall) {
		return hall.ask("GET", "/rules", null).body().at("/effective/rules/queue-length/levels/0/threshold").intValue();
	}

	private static String own(AlertHall hall) {
		return hall.ask("GET", "/rules", null).body().required("own").toString();
	}

	private static void crowd(AlertHall hall, int people) {
		StringBuilder events = new StringBuilder("[");
		for (int i = 0; i < people; i++) {
			events.append(i > 0 ? "," : "")
				.append("{\"id\":\"%d\",\"source\":\"kiosk\",\"type\":\"ticket.issued\",\"data\":{\"ticket\":\"T%d\",\"queue\":\"q0\"}}"
					.formatted(i, i));
		}
		assertThat(hall.ask("POST", "/events", events + "]").body().required("accepted").intValue()).isEqualTo(people);
	}

	private static int alerts(AlertHall hall) {
		int count = 0;
		for (JsonNode alert : hall.view().required("alerts")) {
			count += alert.required("kind").stringValue().equals("QUEUE_LENGTH") ? 1 : 0;
		}
		return count;
	}

}
