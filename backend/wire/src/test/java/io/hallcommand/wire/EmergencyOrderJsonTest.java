package io.hallcommand.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.place.HallZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmergencyOrderJsonTest {

	private static final EmergencyId FIRE = new EmergencyId("e-1");

	@Test
	void aDeclarationNeedsItsKindOnly() {
		EmergencyOrderJson.Reading reading = EmergencyOrderJson
			.declare(HallJson.mapper().readTree("{\"kind\":\"fire\"}"));
		assertThat(reading).isEqualTo(new EmergencyOrderJson.Reading(
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), null, null, null, false, false, null), null,
				null, null));
	}

	@Test
	void aDeclarationSaysAllItCan() {
		EmergencyOrderJson.Reading reading = EmergencyOrderJson.declare(HallJson.mapper().readTree("""
				{"id":"tap-1","kind":"GAS_LEAK","zones":["B","A","B"],"severity":"SERIOUS","what":"气味","drill":true,
				 "separate":true,"alert":"a17"}"""));
		assertThat(reading).isEqualTo(new EmergencyOrderJson.Reading(new EmergencyOrder.Declare(EmergencyKind.GAS_LEAK,
				List.of(new HallZoneId("B"), new HallZoneId("A")), EventSeverity.SERIOUS, "气味", null, true, true, null),
				"tap-1", new AlertId(17), null));
	}

	static Stream<Arguments> actions() {
		return Stream.of(Arguments.of("note", "{\"text\":\"x\"}", new EmergencyAction.WriteNote("x")),
				Arguments.of("tick", "{\"step\":\"s\"}", new EmergencyAction.Tick("s", null)),
				Arguments.of("tick", "{\"step\":\"s\",\"note\":\"n\"}", new EmergencyAction.Tick("s", "n")),
				Arguments.of("skip", "{\"step\":\"s\",\"reason\":\"r\"}", new EmergencyAction.Skip("s", "r")),
				Arguments.of("reopen", "{\"step\":\"s\"}", new EmergencyAction.Reopen("s", null)),
				Arguments.of("assign", "{\"to\":\"li\",\"role\":\"MEDICAL\"}",
						new EmergencyAction.Assign("li", EmergencyRole.MEDICAL, null)),
				Arguments.of("assign", "{\"to\":\"li\",\"step\":\"s\"}", new EmergencyAction.Assign("li", null, "s")),
				Arguments.of("count", "{\"dead\":0,\"missing\":100000}",
						new EmergencyAction.Count(null, null, 0, 100_000)),
				Arguments.of("muster", "{\"zone\":\"A\",\"clear\":false,\"people\":3}",
						new EmergencyAction.MusterZone(new HallZoneId("A"), false, 3, null)),
				Arguments.of("grade", "{\"warningLevel\":\"RED\",\"responseLevel\":\"NONE\",\"reason\":\"r\"}",
						new EmergencyAction.Grade(null, Optional.of(WarningLevel.RED), Optional.empty(), "r")),
				Arguments.of("instruct", "{\"instruction\":\"SHELTER\"}",
						new EmergencyAction.Instruct(Instruction.SHELTER, null, null, null)),
				Arguments.of("instruct", "{\"instruction\":\"EVACUATE\",\"zones\":[],\"closedExits\":[\"east\"]}",
						new EmergencyAction.Instruct(Instruction.EVACUATE, List.of(), List.of("east"), null)),
				Arguments.of("end", "{}", new EmergencyAction.End(Outcome.RESOLVED, null)),
				Arguments.of("falseAlarm", "{\"reason\":\"toast\"}",
						new EmergencyAction.End(Outcome.FALSE_ALARM, "toast")),
				Arguments.of("continue", "{\"note\":\"no\"}", new EmergencyAction.Continue("no")),
				Arguments.of("merge", "{\"into\":\"e-2\"}", new EmergencyAction.Merge(new EmergencyId("e-2"), null)),
				Arguments.of("file", "{\"report\":\"FIRST\",\"text\":\"one\\ntwo\"}",
						new EmergencyAction.File(ReportKind.FIRST, "one\ntwo")),
				Arguments.of("finding", "{\"text\":\"t\",\"owner\":\"li\",\"due\":\"2026-12-01\"}",
						new EmergencyAction.NoteFinding("t", "li", LocalDate.of(2026, 12, 1))),
				Arguments.of("mend", "{\"finding\":\"f1\"}", new EmergencyAction.Mend("f1", null)),
				Arguments.of("close", "{}", new EmergencyAction.Close(null)));
	}

	@ParameterizedTest
	@MethodSource("actions")
	void anActionIsRead(String action, String body, EmergencyAction expected) {
		EmergencyOrderJson.Reading reading = EmergencyOrderJson.read(FIRE, action, HallJson.mapper().readTree(body));
		assertThat(reading.problem()).isNull();
		assertThat(reading.order()).isEqualTo(new EmergencyOrder.OnEmergency(FIRE, expected));
	}

	@Test
	void everyActionHasABodyAbove() {
		assertThat(actions().map((each) -> each.get()[0]).distinct())
			.containsExactlyInAnyOrderElementsOf(EmergencyOrderJson.ACTIONS);
	}

	@Test
	void aDrillHasATime() {
		EmergencyOrderJson.Reading reading = EmergencyOrderJson.drill(HallJson.mapper()
			.readTree("{\"kind\":\"FIRE\",\"at\":\"2026-11-21T09:00:00+08:00\",\"note\":\"autumn\",\"id\":\"d\"}"));
		assertThat(reading).isEqualTo(new EmergencyOrderJson.Reading(new EmergencyOrder.PlanDrill(EmergencyKind.FIRE,
				List.of(), Instant.parse("2026-11-21T01:00:00Z"), "autumn"), "d", null, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			declare  | {}                                                     | kind        | is missing
			declare  | []                                                     |             | is not a JSON object
			declare  | {"kind":"FLOOD"}                                       | kind        | is not one of
			declare  | {"kind":7}                                             | kind        | is not a string
			declare  | {"kind":"FIRE","zones":"B"}                            | zones       | is not an array
			declare  | {"kind":"FIRE","zones":["B",""]}                       | zones       | is empty
			declare  | {"kind":"FIRE","severity":"HUGE"}                      | severity    | is not one of
			declare  | {"kind":"FIRE","what":"LONG201"}                       | what        | is longer than 200
			declare  | {"kind":"FIRE","what":"a\\u0000b"}                     | what        | has a control character
			declare  | {"kind":"FIRE","drill":"yes"}                          | drill       | is neither true nor false
			declare  | {"kind":"FIRE","separate":1}                           | separate    | is neither true nor false
			declare  | {"kind":"FIRE","alert":"b7"}                           | alert       | is not the id of an alert
			declare  | {"kind":"FIRE","id":"a/1"}                             | id          | has a slash
			declare  | {"kind":"FIRE","id":"LONG65"}                          | id          | is longer than 64
			drill    | {"kind":"FIRE"}                                        | at          | is missing
			drill    | {"kind":"FIRE","at":"tomorrow"}                        | at          | is not an RFC 3339 time
			drill    | {"kind":"FIRE","at":"2026-11-21T09:00:00"}             | at          | is not an RFC 3339 time
			drill    | {"at":"2026-11-21T09:00:00Z"}                          | kind        | is missing
			note     | {}                                                     | text        | is missing
			note     | {"text":" "}                                           | text        | is empty
			note     | {"text":"LONG501"}                                     | text        | is longer than 500
			tick     | {}                                                     | step        | is missing
			tick     | {"step":"s","note":7}                                  | note        | is not a string
			skip     | {"step":"s"}                                           | reason      | is missing
			reopen   | {"note":"n"}                                           | step        | is missing
			assign   | {"role":"MEDICAL"}                                     | to          | is missing
			assign   | {"to":"li"}                                            | role        | or 'step' is to be given
			assign   | {"to":"li","role":"MEDICAL","step":"s"}                | role        | or 'step' is to be given
			assign   | {"to":"li","role":"COOK"}                              | role        | is not one of
			count    | {}                                                     |             | has none of
			count    | {"dead":-1}                                            | dead        | is not a whole number
			count    | {"dead":100001}                                        | dead        | is not a whole number
			count    | {"dead":1.5}                                           | dead        | is not a whole number
			count    | {"dead":"1"}                                           | dead        | is not a whole number
			muster   | {"clear":true}                                         | zone        | is missing
			muster   | {"zone":"A"}                                           | clear       | is missing
			muster   | {"zone":"A","clear":true,"people":-1}                  | people      | is not a whole number
			grade    | {"reason":"r"}                                         |             | has none of
			grade    | {"severity":"NONE","reason":"r"}                       | severity    | is not one of
			grade    | {"severity":"LARGE"}                                   | reason      | is missing
			grade    | {"warningLevel":"PINK","reason":"r"}                   | warningLevel | is not one of
			instruct | {"zones":["A"]}                                        | instruction | is missing
			instruct | {"instruction":"RUN"}                                  | instruction | is not one of
			instruct | {"instruction":"NONE","closedExits":MANY51}            | closedExits | has more than 50
			end      | {"note":""}                                            | note        | is empty
			falseAlarm | {}                                                   | reason      | is missing
			merge    | {}                                                     | into        | is missing
			file     | {"text":"t"}                                           | report      | is missing
			file     | {"report":"FIRST"}                                     | text        | is missing
			file     | {"report":"FIRST","text":"LONG20001"}                  | text        | is longer than 20000
			file     | {"report":"FIRST","text":"a\\u0007b"}                  | text        | has a control character
			file     | {"report":"SECOND","text":"t"}                         | report      | is not one of
			finding  | {"owner":"li","due":"2026-12-01"}                      | text        | is missing
			finding  | {"text":"t","due":"2026-12-01"}                        | owner       | is missing
			finding  | {"text":"t","owner":"LONG65","due":"2026-12-01"}       | owner       | is longer than 64
			finding  | {"text":"t","owner":"li"}                              | due         | is missing
			finding  | {"text":"t","owner":"li","due":"2026-02-30"}           | due         | is not a day
			finding  | {"text":"t","owner":"li","due":"0001-01-01"}           | due         | is not between
			mend     | {}                                                     | finding     | is missing
			close    | {"note":[]}                                            | note        | is not a string
			""")
	void saysWhatIsWrong(String action, String body, String field, String reason) {
		String json = body.replaceAll("LONG(\\d+)", "~$1~").replace("MANY51", "[" + "\"x\",".repeat(50) + "\"x\"]");
		for (int length : new int[] { 65, 201, 501, 20_001 }) {
			json = json.replace("~" + length + "~", "x".repeat(length));
		}
		// The mapper refuses what is longer than any field may be
		var tree = json.length() > HallJson.MAX_STRING
				? HallJson.mapper().createObjectNode().put("report", "FIRST").put("text", "x".repeat(20_001))
				: HallJson.mapper().readTree(json);
		EmergencyOrderJson.Reading reading = switch (action) {
			case "declare" -> EmergencyOrderJson.declare(tree);
			case "drill" -> EmergencyOrderJson.drill(tree);
			default -> EmergencyOrderJson.read(FIRE, action, tree);
		};
		assertThat(reading.order()).isNull();
		assertThat(reading.problem()).isNotNull();
		assertThat(reading.problem().field()).isEqualTo(field);
		assertThat(reading.problem().reason()).startsWith(reason);
	}

}
