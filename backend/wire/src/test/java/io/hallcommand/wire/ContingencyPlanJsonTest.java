package io.hallcommand.wire;

import io.hallcommand.core.emergency.ContingencyPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContingencyPlanJsonTest {

	private static final String PLAN = """
			{"title":{"zh":"火警","en":"Fire"},"severity":"LARGE","responseLevel":"LEVEL_2","instruction":"EVACUATE",
			 "wholeHall":true,"stopsService":true,"endNeedsTwo":true,
			 "steps":[{"id":"call","title":{"zh":"报警","en":"Call"},"role":"LIAISON","contact":"119","targetSeconds":60,"after":[]},
			  {"id":"out","title":"Out","role":"EVACUATION","targetSeconds":180,"after":["call"]}],
			 "wall":{"action":{"zh":"撤离","en":"Leave"},"elsewhere":{"zh":"请勿前往{zone}","en":"Keep away from {zone}"},
			  "rules":[{"zh":"不乘电梯","en":"No lifts"}]},
			 "firstReportSeconds":3600,"followUpSeconds":86400,"finalReportSeconds":86400,"basis":"team default"}""";

	@Test
	void readsWhatItWrites() {
		ContingencyPlan plan = read(PLAN).plan();
		assertThat(plan).isNotNull();
		assertThat(plan.steps().get(1).title().zh()).isEqualTo("Out");
		assertThat(plan.steps().get(1).contact()).isNull();
		assertThat(ContingencyPlanJson.write(plan).toString()).doesNotContain("null");
		assertThat(ContingencyPlanJson.read(ContingencyPlanJson.write(plan)).plan()).isEqualTo(plan);
	}

	@Test
	void aLevelAndAnIdMayBeLeftOut() {
		assertThat(read(PLAN).id()).isNull();
		assertThat(read(PLAN.replaceFirst("\\{", "{\"id\":\"put-1\",")).id()).isEqualTo("put-1");
		assertThat(read(PLAN.replace("\"responseLevel\":\"LEVEL_2\",", "")).plan()).isNotNull()
			.extracting(ContingencyPlan::responseLevel)
			.isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"title":{"zh":"火警","en":"Fire"},      | ~~                              | title                  | is missing
					"severity":"LARGE"                      | "severity":"RED"                | severity               | is not one of
					"severity":"LARGE",                     | ~~                              | severity               | is missing
					"instruction":"EVACUATE"                | "instruction":"RUN"             | instruction            | is not one of
					"wholeHall":true,                       | ~~                              | wholeHall              | is missing
					"stopsService":true                     | "stopsService":"yes"            | stopsService           | is neither
					"id":"call"                             | "id":"out"                      | steps[1].id            | stands twice
					"id":"call"                             | "id":"a b"                      | steps[0].id            | is not 1 to 64
					"after":["call"]                        | "after":["cell"]                | steps[1].after         | names no step
					"after":["call"]                        | "after":["out"]                 | steps[1].after         | comes after itself
					"after":["call"]                        | "after":"call"                  | steps[1].after         | is not an array
					"role":"LIAISON"                        | "role":"COOK"                   | steps[0].role          | is not one of
					"targetSeconds":60                      | "targetSeconds":9               | steps[0].targetSeconds | is not between
					"targetSeconds":60                      | "targetSeconds":604801          | steps[0].targetSeconds | is not a whole number
					"targetSeconds":60                      | "targetSeconds":1.5             | steps[0].targetSeconds | is not a whole number
					"action":{"zh":"撤离","en":"Leave"}     | "action":7                      | wall.action            | is neither
					"action":{"zh":"撤离","en":"Leave"}     | "action":{"zh":7}               | wall.action.zh         | is not a string
					"rules":[{"zh":"不乘电梯","en":"No lifts"}] | "rules":["a","b","c","d","e"] | wall.rules             | are more than 4
					"rules":[{"zh":"不乘电梯","en":"No lifts"}] | "rules":["a",7]             | wall.rules[1]          | is neither
					"rules":[{"zh":"不乘电梯","en":"No lifts"}] | "rules":{}                  | wall.rules             | is not an array
					"followUpSeconds":86400                 | "followUpSeconds":0             | followUpSeconds        | is not a whole number
					"basis":"team default"                  | "basis":""                      | basis                  | is empty
					""")
	void saysWhereAPlanIsWrong(String good, String bad, String field, String reason) {
		String json = PLAN.replace(good, bad);
		assertThat(json).isNotEqualTo(PLAN);
		ContingencyPlanJson.Reading reading = read(json);
		assertThat(reading.plan()).isNull();
		assertThat(reading.problems()).anySatisfy((problem) -> {
			assertThat(problem.field()).isEqualTo(field);
			assertThat(problem.reason()).startsWith(reason);
		});
	}

	@Test
	void whatIsNoPlanAtAllIsRefused() {
		assertThat(read("[]").plan()).isNull();
		assertThat(read("{}").problems()).isNotEmpty();
		assertThat(read(PLAN.replaceFirst("(?s)\"wall\":\\{.*?]}", "\"wall\":7")).problems())
			.anySatisfy((problem) -> assertThat(problem.field()).isEqualTo("wall"));
		assertThat(read(PLAN.replaceFirst("(?s)\"steps\":\\[.*?],\\s+\"wall\"", "\"steps\":[],\"wall\"")).problems())
			.anySatisfy((problem) -> assertThat(problem.field()).isEqualTo("steps"));
	}

	private static ContingencyPlanJson.Reading read(String json) {
		return ContingencyPlanJson.read(HallJson.mapper().readTree(json));
	}

}
