package io.hallcommand.wire;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Quarters;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsualJsonTest {

	private static final String FRIDAY = """
			{"days":12,"issued":1800.5,"served":1700,"averageWaitSeconds":612.3,"p90WaitSeconds":1320,"onTimeRate":0.987,
			 "intervals":{"09:00":{"issued":40,"served":20.5,"waiting":19.5},"09:15":{"issued":50,"served":45,"waiting":24}}}""";

	@Test
	void whatIsWrittenIsReadAgain() {
		UsualJson.Reading reading = read("{\"FRIDAY\":" + FRIDAY + "}");
		assertThat(reading.problem()).isNull();
		UsualDay friday = Objects.requireNonNull(reading.days().byWeekday().get(DayOfWeek.FRIDAY));
		assertThat(friday.days()).isEqualTo(12);
		assertThat(friday.intervals()).isEqualTo(new Quarters.Writer().put(LocalTime.of(9, 0), 40, 20.5, 19.5)
			.put(LocalTime.of(9, 15), 50, 45, 24)
			.done());
		assertThat(UsualJson.write(reading.days()))
			.isEqualTo(HallJson.mapper().readTree("{\"FRIDAY\":" + FRIDAY + "}"));
	}

	@Test
	void numbersForScreensHaveOneDecimalAndAbsentOnesAreLeftOut() {
		UsualDays days = new UsualDays(Map.of(DayOfWeek.MONDAY, new UsualDay(2, 10.26, 9, null, null, 0.98765,
				new Quarters.Writer().put(LocalTime.of(23, 45), 1.25, 0.04, 3).done())));
		assertThat(UsualJson.write(days).toString()).isEqualTo("{\"MONDAY\":{\"days\":2,\"issued\":10.3,\"served\":9,"
				+ "\"onTimeRate\":0.988,\"intervals\":{\"23:45\":{\"issued\":1.3,\"served\":0,\"waiting\":3}}}}");
	}

	@Test
	void inTheJournalADayIsCompact() {
		UsualDays days = read("{\"FRIDAY\":" + FRIDAY + "}").days();
		EventJson.Stored stored = EventJson.write(new HallEvent.UsualDaysGiven(days, "li.qiang"));
		assertThat(stored.type()).isEqualTo("usual.given");
		assertThat(stored.data()).contains("\"intervals\":[36,4000,2050,1950,5000,4500,2400]");
		assertThat(EventJson.read(stored.type(), stored.data()))
			.isEqualTo(new HallEvent.UsualDaysGiven(days, "li.qiang"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					[]                                                       |                                | is not a JSON object of weekdays
					{"FREITAG":{}}                                           |                                | 'FREITAG' is no weekday: it is one of MONDAY to SUNDAY
					{"FRIDAY":[]}                                            | FRIDAY                         | is not a JSON object
					{"FRIDAY":{"issued":1,"served":1,"intervals":{}}}        | FRIDAY.days                    | is missing
					{"FRIDAY":{"days":0,"issued":1,"served":1,"intervals":{}}} | FRIDAY.days                  | is not a whole number from 1 to 100000
					{"FRIDAY":{"days":1,"issued":-1,"served":1,"intervals":{}}} | FRIDAY.issued               | is not a number from 0 to 1000000
					{"FRIDAY":{"days":1,"issued":1,"served":"x","intervals":{}}} | FRIDAY.served              | is not a number from 0 to 1000000
					{"FRIDAY":{"days":1,"issued":1,"served":1,"onTimeRate":1.5,"intervals":{}}} | FRIDAY.onTimeRate | is not a number from 0 to 1
					{"FRIDAY":{"days":1,"issued":1,"served":1}}              | FRIDAY.intervals               | is missing
					{"FRIDAY":{"days":1,"issued":1,"served":1,"intervals":{"09:10":{}}}} | FRIDAY.intervals | has '09:10', where a quarter begins at a time such as 09:15
					{"FRIDAY":{"days":1,"issued":1,"served":1,"intervals":{"09:15":{"issued":1}}}} | FRIDAY.intervals.09:15.served | is missing
					""")
	void whatIsWrongIsNamed(String json, String field, String reason) {
		WireProblem problem = Objects.requireNonNull(read(json).problem());
		assertThat(problem.field()).isEqualTo(field);
		assertThat(problem.reason()).isEqualTo(reason);
	}

	private static UsualJson.Reading read(String json) {
		return UsualJson.read(HallJson.mapper().readTree(json));
	}

}
