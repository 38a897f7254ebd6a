package io.hallcommand.sim.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine against queueing theory (Erlang C, Erlang A): the 95 % interval of twenty
 * independent runs covers the exact value. Seeds are fixed, so this either holds or does
 * not.
 */
class QueueingReferenceTests {

	private static final int RUNS = 20;

	/** Student's t, 19 degrees of freedom, two-sided 95 %. */
	private static final double T = 2.093;

	@ParameterizedTest
	@CsvSource({ "1, 9.6, .800000, 20.0000, .536256, 8000", "3, 28.8, .647191, 5.3933, .194930, 8000",
			"5, 48, .554113, 2.7706, .074991, 8000", "10, 96, .409180, 1.0230, .007494, 40000",
			"10, 108, .668732, 3.3437, .090503, 30000", "20, 228, .755401, 3.7770, .102232, 40000" })
	void withoutPatienceTheIntervalsCoverErlangC(int servers, double perHour, double waits, double meanWait,
			double over10, int visitors) {
		List<Mmc.Result> runs = LongStream.range(0, RUNS)
			.mapToObj((seed) -> new Mmc(servers, perHour, seed).run(visitors))
			.toList();
		covers(runs, Mmc.Result::waited, waits);
		covers(runs, Mmc.Result::meanWaitMinutes, meanWait);
		covers(runs, Mmc.Result::over10Minutes, over10);
	}

	@ParameterizedTest
	@CsvSource({ "96, .346798, .5279, .026396", "120, .693384, 1.6754, .083770", "144, .925599, 3.6217, .181083" })
	void withPatienceTheIntervalsCoverErlangA(double perHour, double waits, double meanWait, double abandons) {
		List<Mmc.Result> runs = LongStream.range(0, RUNS)
			.mapToObj((seed) -> new Mmc(10, perHour, 1200, seed).run(20000))
			.toList();
		covers(runs, Mmc.Result::waited, waits);
		covers(runs, Mmc.Result::meanWaitMinutes, meanWait);
		covers(runs, Mmc.Result::abandoned, abandons);
	}

	private static void covers(List<Mmc.Result> runs, ToDoubleFunction<Mmc.Result> figure, double exact) {
		double mean = runs.stream().mapToDouble(figure).average().orElseThrow();
		double variance = runs.stream().mapToDouble(figure).map((value) -> (value - mean) * (value - mean)).sum()
				/ (RUNS - 1);
		double half = T * Math.sqrt(variance / RUNS);
		assertThat(exact).isBetween(mean - half, mean + half);
		assertThat(half).as("an interval that says something").isLessThan(0.25 * exact);
	}

}
