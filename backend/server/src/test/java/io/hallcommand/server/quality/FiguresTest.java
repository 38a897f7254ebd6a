package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.queue.QueueId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each figure for itself.
 */
class FiguresTest {

	private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");

	private static final Cause TAX = new Cause("wait-overtime", new Subject.Queue(new QueueId("tax")));

	/** By nearest rank: the p-th of n is the one at place ceil(p × n / 100), from 1. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# seconds                       | p50 | p90 | p99
			''                              | -   | -   | -
			7                               | 7   | 7   | 7
			9 3                             | 3   | 9   | 9
			3 1 2                           | 2   | 3   | 3
			10 9 8 7 6 5 4 3 2 1            | 5   | 9   | 10
			11 10 9 8 7 6 5 4 3 2 1         | 6   | 10  | 11
			""")
	void percentilesAreTimesThatWereMeasured(String seconds, @Nullable Integer p50, @Nullable Integer p90,
			@Nullable Integer p99) {
		Latencies latencies = new Latencies();
		Arrays.stream(seconds.split(" "))
			.filter((each) -> !each.isEmpty())
			.forEach((each) -> latencies.add(Duration.ofSeconds(Long.parseLong(each))));
		assertThat(latencies.percentile(50)).isEqualTo(seconds(p50));
		assertThat(latencies.percentile(90)).isEqualTo(seconds(p90));
		assertThat(latencies.percentile(99)).isEqualTo(seconds(p99));
	}

	private static @Nullable Duration seconds(@Nullable Integer seconds) {
		return (seconds != null) ? Duration.ofSeconds(seconds) : null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# raised at second         | begins to chatter
			0 30                       | 0
			0 30 60                    | 1
			0 30 61                    | 0
			0 1 2 3 4 5 50             | 1
			0 40 80 120 160            | 0
			0 10 20 200 210 220        | 2
			0 50 60 110 115            | 1
			""")
	void threeWithinAMinuteIsChatter(String seconds, int begins) {
		Chatter chatter = new Chatter();
		int begun = 0;
		for (String second : seconds.split(" ")) {
			begun += chatter.heard(TAX, BEGIN.plusSeconds(Long.parseLong(second))) ? 1 : 0;
		}
		assertThat(begun).isEqualTo(begins);
	}

	@Test
	void severalSourcesTogetherAreNoChatter() {
		Chatter chatter = new Chatter();
		for (int i = 0; i < 10; i++) {
			Cause cause = new Cause("rule-" + i % 5, TAX.subject());
			assertThat(chatter.heard(cause, BEGIN.plusSeconds(i))).isFalse();
		}
	}

	/**
	 * In Shanghai, where the period is 2026-11-20 08:00 to 2026-11-23 08:00. Alert 1 is
	 * stale from the 20th, 20:00, to the 22nd, 09:00: on three days. Alert 2 was so
	 * before the period and is closed on the 20th. Alert 3 gets so on the 22nd at 08:00
	 * and stays. Alert 4 is closed after a day to the second, alert 5 was closed before
	 * the period. Days: 20th 1 and 2, 21st 1, 22nd 1 and 3, 23rd 3.
	 */
	@Test
	void staleOnADayIsWhatWasOpenForMoreThanADayThen() {
		Stale stale = new Stale(new Period(BEGIN, BEGIN.plus(Duration.ofDays(3))), ZoneId.of("Asia/Shanghai"));
		wasOpen(stale, 1, "2026-11-19T12:00:00Z", "2026-11-22T01:00:00Z");
		wasOpen(stale, 2, "2026-11-10T00:00:00Z", "2026-11-20T00:00:01Z");
		wasOpen(stale, 3, "2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z");
		wasOpen(stale, 4, "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z");
		wasOpen(stale, 5, "2026-11-10T00:00:00Z", "2026-11-20T00:00:00Z");
		assertThat(stale.most()).isEqualTo(2);
		assertThat(stale.longest(10)).extracting((open) -> open.alert() + " " + open.length().toHours())
			.containsExactly("a2 240", "a1 61", "a3 48");
		assertThat(stale.longest(1)).hasSize(1);
	}

	private static void wasOpen(Stale stale, long alert, String raisedAt, String until) {
		stale.wasOpen(new AlertId(alert), TAX, Instant.parse(raisedAt), Instant.parse(until));
	}

	/**
	 * Alerts at 00:00 (li and wang are on duty, li by two shifts; a manager does not
	 * count), at 01:00 (li's shift is over: wang), and at 02:00 after another roster
	 * (nobody): (2 + 1 + 0) / 3 = 1.
	 */
	@Test
	void officersAreCountedAtEachAlert() {
		OnDuty onDuty = new OnDuty();
		assertThat(onDuty.mean()).isEqualTo(1);
		onDuty.roster(List.of(shift("li", Duty.OFFICER, 0, 1), shift("li", Duty.OFFICER, 0, 1),
				shift("wang", Duty.OFFICER, 0, 9), shift("boss", Duty.MANAGER, 0, 9)));
		onDuty.announced(BEGIN);
		assertThat(onDuty.mean()).isEqualTo(2);
		onDuty.announced(BEGIN.plus(Duration.ofHours(1)));
		assertThat(onDuty.mean()).isEqualTo(1.5);
		onDuty.roster(List.of());
		onDuty.announced(BEGIN.plus(Duration.ofHours(2)));
		assertThat(onDuty.mean()).isEqualTo(1);
		onDuty.announced(BEGIN.plus(Duration.ofHours(3)));
		assertThat(onDuty.mean()).as("alerts weigh no less when nobody is there").isEqualTo(1);
	}

	private static Shift shift(String user, Duty role, int from, int until) {
		return new Shift(user + from, user, user, role, List.of(), BEGIN.plus(Duration.ofHours(from)),
				BEGIN.plus(Duration.ofHours(until)));
	}

	@Test
	void theMostFrequentSourcesComeFirst() {
		Sources sources = new Sources();
		for (int i = 0; i < 12; i++) {
			for (int times = 0; times <= i % 4; times++) {
				sources.count(new Cause("rule-" + (char) ('a' + i), new Subject.Hall()));
			}
		}
		assertThat(sources.number()).isEqualTo(12);
		assertThat(sources.top(4)).extracting((source) -> source.cause().rule() + source.count())
			.containsExactly("rule-d4", "rule-h4", "rule-l4", "rule-c3");
	}

}
