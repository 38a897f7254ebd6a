package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EngineTests {

	private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

	static LongStream seeds() {
		return LongStream.range(0, 50);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whateverIsPutDownHappensByTimeThenInTheOrderItWasPutDown(long seed) {
		RandomStream random = new Chance(seed).stream("test");
		Agenda agenda = new Agenda(START);
		List<int[]> expected = new ArrayList<>();
		List<int[]> happened = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			int[] each = { random.below(20), i };
			expected.add(each);
			agenda.after(Duration.ofSeconds(each[0]), () -> happened.add(each));
		}
		agenda.runUntil(START.plusSeconds(20));
		expected.sort(Comparator.<int[]>comparingInt((each) -> each[0]).thenComparingInt((each) -> each[1]));
		assertThat(happened).containsExactlyElementsOf(expected);
		assertThat(agenda.size()).isZero();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theSameSeedGivesTheSameRun(long seed) {
		assertThat(new Mmc(3, 28.8, seed).run(200)).isEqualTo(new Mmc(3, 28.8, seed).run(200));
		assertThat(new Mmc(3, 28.8, seed).run(200)).isNotEqualTo(new Mmc(3, 28.8, seed + 1).run(200));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aStreamDoesNotCareHowMuchAnotherIsUsed(long seed) {
		Chance chance = new Chance(seed);
		RandomStream alone = chance.stream("a");
		RandomStream other = chance.stream("b");
		RandomStream beside = chance.stream("a");
		for (int i = 0; i < 100; i++) {
			other.uniform();
			assertThat(beside.uniform()).isEqualTo(alone.uniform());
		}
	}

	@Test
	void whatIsCancelledDoesNotHappen() {
		Agenda agenda = new Agenda(START);
		List<String> happened = new ArrayList<>();
		Agenda.Appointment one = agenda.afterSeconds(1, () -> happened.add("one"));
		agenda.afterSeconds(2, () -> happened.add("two"));
		one.cancel();
		one.cancel();
		assertThat(agenda.size()).isEqualTo(1);
		assertThat(agenda.next()).contains(START.plusSeconds(2));
		agenda.runUntil(START.plusSeconds(9));
		assertThat(happened).containsExactly("two");
		assertThat(agenda.now()).isEqualTo(START.plusSeconds(9));
	}

	@Test
	void distributionsHaveTheMomentsTheyAreNamedFor() {
		RandomStream random = new Chance(1).stream("moments");
		assertThat(mean(() -> random.exponential(300))).isCloseTo(300, within(6.0));
		assertThat(mean(() -> random.logNormal(300, 0.7))).isCloseTo(300, within(4.0));
		assertThat(mean(() -> Math.pow(random.logNormal(300, 0.7) / 300 - 1, 2))).isCloseTo(0.49, within(0.03));
	}

	@Test
	void arrivalsFollowTheirRate() {
		PoissonProcess process = new PoissonProcess(new Chance(7).stream("arrivals"), 600,
				(time) -> time.isBefore(START.plus(Duration.ofHours(50))) ? 600 : 60);
		int early = 0;
		int late = 0;
		Instant end = START.plus(Duration.ofHours(100));
		for (var next = process.next(START, end); next.isPresent(); next = process.next(next.get(), end)) {
			if (next.get().isBefore(START.plus(Duration.ofHours(50)))) {
				early++;
			}
			else {
				late++;
			}
		}
		assertThat(early).isBetween(29_300, 30_700);
		assertThat(late).isBetween(2_780, 3_220);
	}

	@Test
	void aPacedRunHappensInItsTimeAndWhatIsPastAtOnce() throws InterruptedException {
		Agenda agenda = new Agenda(START);
		List<Instant> happened = new ArrayList<>();
		IntStream.range(0, 100)
			.forEach((i) -> agenda.at(START.plusSeconds(i), () -> happened.add(InstantSource.system().instant())));
		Instant began = InstantSource.system().instant();
		new PacedRun(agenda, new Pace(200), InstantSource.system()).run(START.plusSeconds(60), START.plusSeconds(200));
		assertThat(happened).hasSize(100);
		assertThat(Duration.between(began, happened.getLast())).isGreaterThanOrEqualTo(Duration.ofMillis(190));
		assertThat(Duration.between(began, happened.get(60))).isLessThan(Duration.ofMillis(190));
	}

	@Test
	void paceIsReadAsPeopleWriteIt() {
		assertThat(Pace.parse("x60")).isEqualTo(new Pace(60));
		assertThat(Pace.parse("×2.5").real(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(2));
		assertThat(Pace.parse("max").isUnbounded()).isTrue();
		assertThatThrownBy(() -> Pace.parse("fast")).hasMessageContaining("'fast'");
		assertThatThrownBy(() -> Pace.parse("-1")).hasMessageContaining("positive");
	}

	private static double mean(java.util.function.DoubleSupplier draw) {
		return DoubleStream.generate(draw).limit(200_000).average().orElseThrow();
	}

}
