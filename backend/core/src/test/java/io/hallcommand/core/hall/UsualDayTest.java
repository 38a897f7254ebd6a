package io.hallcommand.core.hall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class UsualDayTest {

	private static final LocalDate FRIDAY = Story.DAY;

	private final Story story = Story.live();

	private int tickets;

	@Test
	void aWeekdayOfWhichNoneWasSeenHasNoUsualDay() {
		day(FRIDAY, 4);
		this.story.on(FRIDAY.plusDays(1), "09:00").wake();
		assertThat(this.story.today().usual()).isNull();
		assertThat(this.story.hall.usual().byWeekday()).containsOnlyKeys(DayOfWeek.FRIDAY);
	}

	@Test
	void aDayThatIsOverIsUsualOnTheSameWeekday() {
		this.story.on(FRIDAY, "09:00").open("1");
		this.story.on(FRIDAY, "09:01").issue("T1", "tax");
		this.story.on(FRIDAY, "09:02").issue("T2", "tax");
		this.story.on(FRIDAY, "09:11").call("T1", "1");
		this.story.start("T1", "1");
		this.story.on(FRIDAY, "09:50").complete("T1");
		this.story.on(FRIDAY, "09:51").abandon("T2");
		this.story.on(FRIDAY.plusDays(7), "08:00").wake();
		UsualDay usual = Objects.requireNonNull(this.story.today().usual());
		assertThat(usual.days()).isEqualTo(1);
		assertThat(usual.issued()).isEqualTo(2);
		assertThat(usual.served()).isEqualTo(1);
		assertThat(usual.averageWaitSeconds()).isEqualTo(600);
		assertThat(usual.p90WaitSeconds()).isEqualTo(660);
		assertThat(usual.onTimeRate()).isEqualTo(1);
		assertThat(read(usual.intervals())).as("where nothing happened as many wait as before")
			.containsExactly(Map.entry("09:00", "2.0 0.0 1.0"), Map.entry("09:15", "0.0 0.0 1.0"),
					Map.entry("09:30", "0.0 0.0 1.0"), Map.entry("09:45", "0.0 1.0 0.0"));
	}

	@Test
	void theMeanOfTheFirstDaysIsPlainAndThenNewerOnesCountMore() {
		double[] issued = IntStream.rangeClosed(1, 12).mapToDouble((day) -> day * 3).toArray();
		for (int i = 0; i < issued.length; i++) {
			day(FRIDAY.plusWeeks(i), (int) issued[i]);
		}
		this.story.on(FRIDAY.plusWeeks(issued.length), "08:00").wake();
		double mean = IntStream.range(0, 8).mapToDouble((i) -> issued[i]).average().orElseThrow();
		for (int i = 8; i < issued.length; i++) {
			mean += (issued[i] - mean) / 8;
		}
		UsualDay usual = Objects.requireNonNull(this.story.today().usual());
		assertThat(usual.days()).isEqualTo(12);
		assertThat(usual.issued()).isCloseTo(mean, within(0.05));
		assertThat(usual.averageWaitSeconds()).as("nobody was called").isNull();
	}

	@Test
	void aDayOnWhichNobodyCameIsNone() {
		day(FRIDAY, 4);
		this.story.on(FRIDAY.plusDays(7), "09:00").open("1");
		this.story.on(FRIDAY.plusDays(14), "09:00").wake();
		assertThat(Objects.requireNonNull(this.story.today().usual()).days()).isEqualTo(1);
	}

	@Test
	void anAbsentFigureIsThatOfTheDaysThatHaveIt() {
		UsualDay without = new UsualDay(1, 1, 0, null, null, null, Quarters.NONE);
		UsualDay with = new UsualDay(1, 1, 1, 90.0, 120.0, 0.5, Quarters.NONE);
		assertThat(without.with(with).averageWaitSeconds()).isEqualTo(90);
		assertThat(with.with(without).p90WaitSeconds()).isEqualTo(120);
		assertThat(with.with(new UsualDay(1, 1, 1, 30.0, 60.0, 1.0, Quarters.NONE)).onTimeRate()).isEqualTo(0.75);
	}

	@Test
	void quartersOfDaysOfDifferentLengthsHaveTheirMean() {
		Quarters morning = new Quarters.Writer().put(LocalTime.of(9, 0), 4, 2, 2).done();
		Quarters noon = new Quarters.Writer().put(LocalTime.of(9, 30), 10, 5, 5).done();
		assertThat(read(morning.towards(noon, 2))).containsExactly(Map.entry("09:00", "2.0 1.0 1.0"),
				Map.entry("09:15", "0.0 0.0 1.0"), Map.entry("09:30", "5.0 2.5 3.5"));
		assertThat(read(noon.towards(morning, 2))).isEqualTo(read(morning.towards(noon, 2)));
		assertThat(Quarters.of(morning.content())).isEqualTo(morning).hasSameHashCodeAs(morning);
	}

	@Test
	void aDayHasAtMostNinetySixQuarters() {
		Quarters.Writer writer = new Quarters.Writer();
		for (int minute = 0; minute < 24 * 60; minute++) {
			writer.put(LocalTime.MIDNIGHT.plusMinutes(minute), minute, minute, minute);
		}
		Quarters all = writer.done();
		assertThat(read(all)).hasSize(96);
		assertThat(read(all.towards(all, 8))).isEqualTo(read(all));
		assertThatThrownBy(() -> Quarters.of(new int[] { 96, 1, 1, 1 })).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Quarters.of(new int[] { 0, 1 })).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void whatIsUsualIsInTheViewAndNotInPatches() {
		day(FRIDAY, 4);
		this.story.on(FRIDAY.plusDays(7), "00:00").wake();
		HallView view = (HallView) Objects.requireNonNull(this.story.hall.takeFrame());
		assertThat(Objects.requireNonNull(view.today().usual()).issued()).isEqualTo(4);
		this.story.on(FRIDAY.plusDays(7), "09:00").issue("T1", "tax");
		HallPatch patch = (HallPatch) Objects.requireNonNull(this.story.hall.takeFrame());
		assertThat(patch.today().usual()).isNull();
	}

	@Test
	void theJournalGivesTheSameAndSnapshotsShareIt() {
		for (int i = 0; i < 20; i++) {
			day(FRIDAY.plusDays(i), 1 + i % 5);
		}
		assertThat(this.story.folded().usual()).isEqualTo(this.story.hall.usual());
		HallSnapshot snapshot = this.story.hall.snapshot();
		assertThat(Hall.restore(snapshot).usual()).isSameAs(snapshot.usual());
	}

	@Test
	void whatIsGivenTakesThePlaceOfWhatWasKnownAndIsGoneOnFrom() {
		day(FRIDAY, 4);
		this.story.on(FRIDAY.plusDays(7), "08:00").wake();
		UsualDays given = new UsualDays(
				Map.of(DayOfWeek.FRIDAY, new UsualDay(3, 100, 90, 300.0, null, null, Quarters.NONE)));
		give(given);
		give(given);
		assertThat(this.story.journal.stream().filter((entry) -> entry.event() instanceof HallEvent.UsualDaysGiven))
			.hasSize(1);
		assertThat(this.story.today().usual()).isEqualTo(given.on(FRIDAY));
		day(FRIDAY.plusDays(7), 20);
		this.story.on(FRIDAY.plusDays(14), "08:00").wake();
		UsualDay usual = Objects.requireNonNull(this.story.today().usual());
		assertThat(usual.days()).isEqualTo(4);
		assertThat(usual.issued()).isEqualTo(80);
		assertThat(this.story.folded().view()).isEqualTo(this.story.hall.view());
	}

	private void give(UsualDays days) {
		this.story.journal.addAll(this.story.hall.usual(days, "test", new EventKey("hall", "usual"), this.story.now()));
	}

	/** So many come, and leave after a while. */
	private void day(LocalDate date, int visitors) {
		for (int i = 0; i < visitors; i++) {
			this.story.on(date, "10:00").issue("T" + this.tickets++, "tax");
		}
		for (int i = 1; i <= visitors; i++) {
			this.story.on(date, "10:20").abandon("T" + (this.tickets - i));
		}
	}

	private static Map<String, String> read(@Nullable Quarters quarters) {
		Map<String, String> read = new TreeMap<>();
		Objects.requireNonNull(quarters)
			.forEach((time, issued, served, waiting) -> read.put(time.toString(),
					issued + " " + served + " " + waiting));
		return read;
	}

}
