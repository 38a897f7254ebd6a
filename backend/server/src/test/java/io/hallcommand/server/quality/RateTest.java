package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RateTest {

	private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");

	/**
	 * Floods are given as "first minute-last minute:alerts". In the fourth line: a flood
	 * begins with 11, goes on with 5, and ends before 4; another begins with 12 and lasts
	 * to the end. It is 20 + 10 of 60 minutes.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# in each ten minutes | average | busiest | above | floods          | flood share
			0 0 0 0 0 0           | 0       | 0       | 0     | -               | 0
			10 0 0 2 0 0          | 2       | 0       | 0     | -               | 0
			0 11 0 0 0 1          | 2       | 1       | 1     | 10-20:11        | 10
			0 11 5 4 0 12         | 5.3333  | 5       | 2     | 10-30:16;50-60:12 | 30
			11 5 6 11 5 5         | 7.1667  | 0       | 2     | 0-60:43         | 60
			11 4 11 0 0 0         | 4.3333  | 0       | 2     | 0-10:11;20-30:11 | 20
			10 10 10 10 10 10     | 10      | 0       | 0     | -               | 0
			""")
	void figures(String counts, double average, int busiest, int above, String floods, int minutesFlooded) {
		Rate rate = new Rate(new Period(BEGIN, BEGIN.plus(Duration.ofHours(1))));
		String[] each = counts.split(" ");
		for (int piece = 0; piece < each.length; piece++) {
			for (int i = 0; i < Integer.parseInt(each[piece]); i++) {
				rate.announced(BEGIN.plusSeconds(600L * piece + 599L * i / 20));
			}
		}
		assertThat(rate.average()).isCloseTo(average, org.assertj.core.data.Offset.offset(0.0001));
		assertThat(rate.busiest()).isEqualTo(busiest);
		assertThat(rate.shareAboveMost()).isEqualTo(above / 6.0);
		assertThat(rate.floodShare()).isEqualTo(minutesFlooded / 60.0);
		assertThat(rate.floods()
			.stream()
			.map((flood) -> minute(flood.from()) + "-" + minute(flood.until()) + ":" + flood.alerts())
			.collect(Collectors.joining(";"))).isEqualTo((floods != null) ? floods : "");
	}

	private static long minute(Instant time) {
		return Duration.between(BEGIN, time).toMinutes();
	}

	/** 00:05 to 00:25 is three pieces of the clock: five minutes, ten, five. */
	@Test
	void piecesAreThoseOfTheClock() {
		Period period = new Period(BEGIN.plusSeconds(300), BEGIN.plusSeconds(1_500));
		assertThat(period.pieces()).isEqualTo(3);
		assertThat(period.number(BEGIN.plusSeconds(300))).isZero();
		assertThat(period.number(BEGIN.plusSeconds(599))).isZero();
		assertThat(period.number(BEGIN.plusSeconds(600))).isEqualTo(1);
		assertThat(period.number(BEGIN.plusSeconds(1_499))).isEqualTo(2);
		assertThat(period.begin(0)).isEqualTo(BEGIN.plusSeconds(300));
		assertThat(period.begin(1)).isEqualTo(BEGIN.plusSeconds(600));
		assertThat(period.begin(3)).isEqualTo(BEGIN.plusSeconds(1_500));
		assertThat(new Period(BEGIN, BEGIN.plusSeconds(600)).pieces()).isEqualTo(1);
		assertThat(new Period(BEGIN, BEGIN.plusSeconds(601)).pieces()).isEqualTo(2);
	}

}
