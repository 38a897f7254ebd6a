package io.hallcommand.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.hall.Anomaly;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Ratings;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What every journal must do.
 */
abstract class JournalContract {

	static final Duration LIMIT = Duration.ofSeconds(30);

	private static final AtomicInteger halls = new AtomicInteger();

	private static final Instant TIME = Instant.parse("2026-11-20T01:02:03.123456Z");

	final HallId hall = newHall();

	abstract Journal journal();

	/** The same journal as another node has it. */
	abstract Journal anotherNode();

	static HallId newHall() {
		return new HallId("hall-" + halls.incrementAndGet());
	}

	static JournalEntry entry(long version, String id) {
		return new JournalEntry(version, new EventKey("kiosk-1", id), TIME, null, TIME.plusSeconds(1),
				new HallEvent.TicketIssued(new TicketId("A" + version), new QueueId("tax"), Channel.KIOSK,
						Priority.NORMAL),
				null);
	}

	static Journal.Append append(HallId hall, long expected, int count) {
		return new Journal.Append(hall, expected,
				LongStream.rangeClosed(expected + 1, expected + count)
					.mapToObj((version) -> entry(version, "e" + version))
					.toList());
	}

	static Journal.Append append(HallId hall, long expected, JournalEntry... entries) {
		return new Journal.Append(hall, expected, List.of(entries));
	}

	static <T> T get(Mono<T> mono) {
		T value = mono.block(LIMIT);
		assertThat(value).isNotNull();
		return java.util.Objects.requireNonNull(value);
	}

	Journal.Outcome outcome(Journal.Append append) {
		return get(journal().append(List.of(append))).getFirst();
	}

	List<Long> versions(HallId of) {
		return get(journal().read(of, 0, Long.MAX_VALUE).map(JournalEntry::version).collectList());
	}

	@Test
	void theFirstAppendToAHallExpectsNothing() {
		assertThat(outcome(append(this.hall, 0, 3))).isEqualTo(new Journal.Committed());
		assertThat(versions(this.hall)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void anAppendOnAnOldVersionIsRefused() {
		outcome(append(this.hall, 0, entry(1, "a")));
		assertThat(outcome(append(this.hall, 0, entry(1, "b")))).isEqualTo(new Journal.MovedOn());
		assertThat(outcome(append(this.hall, 1, entry(2, "b")))).isEqualTo(new Journal.Committed());
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
	}

	@Test
	void anAppendOnAVersionThatNeverWasIsRefused() {
		assertThat(outcome(append(this.hall, 7, entry(8, "a")))).isEqualTo(new Journal.MovedOn());
		assertThat(versions(this.hall)).isEmpty();
	}

	@Test
	void aRefusedHallKeepsNoOtherBack() {
		HallId second = newHall();
		HallId third = newHall();
		outcome(append(this.hall, 0, entry(1, "a")));
		outcome(append(third, 0, entry(1, "a")));
		assertThat(get(journal().append(
				List.of(append(this.hall, 0, entry(1, "b")), append(second, 0, 2), append(third, 1, entry(2, "a"))))))
			.containsExactly(new Journal.MovedOn(), new Journal.Committed(),
					new Journal.Duplicates(List.of(new EventKey("kiosk-1", "a"))));
		assertThat(versions(second)).containsExactly(1L, 2L);
		assertThat(versions(third)).containsExactly(1L);
	}

	@Test
	void whatAnOrderWroteIsFoundByItsKey() {
		outcome(append(this.hall, 0, entry(1, "o"), entry(2, "o/1"), entry(3, "o/2"), entry(4, "other")));
		assertThat(get(journal().order(this.hall, new EventKey("kiosk-1", "o")).collectList()))
			.containsExactly(entry(1, "o"), entry(2, "o/1"), entry(3, "o/2"));
		assertThat(get(journal().order(this.hall, new EventKey("kiosk-1", "other")).collectList()))
			.containsExactly(entry(4, "other"));
		assertThat(get(journal().order(this.hall, new EventKey("kiosk-2", "o")).collectList())).isEmpty();
		assertThat(get(journal().order(newHall(), new EventKey("kiosk-1", "o")).collectList())).isEmpty();
	}

	@Test
	void knownKeysAreNamedAndNothingOfTheHallIsAppended() {
		outcome(append(this.hall, 0, entry(1, "a"), entry(2, "b")));
		assertThat(outcome(append(this.hall, 2, entry(3, "b"), entry(4, "c"), entry(5, "a"))))
			.isInstanceOfSatisfying(Journal.Duplicates.class, (duplicates) -> assertThat(duplicates.keys())
				.containsExactlyInAnyOrder(new EventKey("kiosk-1", "a"), new EventKey("kiosk-1", "b")));
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
	}

	@Test
	void theSameKeyInAnotherHallIsAnotherEvent() {
		outcome(append(this.hall, 0, entry(1, "a")));
		assertThat(outcome(append(newHall(), 0, entry(1, "a")))).isEqualTo(new Journal.Committed());
	}

	@Test
	void anotherNodeKnowsTheKeysToo() {
		outcome(append(this.hall, 0, entry(1, "a")));
		assertThat(get(anotherNode().append(List.of(append(this.hall, 1, entry(2, "a"))))))
			.containsExactly(new Journal.Duplicates(List.of(new EventKey("kiosk-1", "a"))));
	}

	@Test
	void aRepeatedAppendIsRefusedBecauseTheHallHasMovedOn() {
		Journal.Append append = append(this.hall, 0, 2);
		outcome(append);
		assertThat(outcome(append)).isEqualTo(new Journal.MovedOn());
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
	}

	@Test
	void batchesThatNoCallerMayMakeAreRefused() {
		for (List<Journal.Append> batch : List.of(List.of(append(this.hall, 0, 1), append(this.hall, 1, 1)),
				List.of(append(this.hall, 0)), List.of(append(this.hall, 0, entry(2, "a"))),
				List.of(append(this.hall, 0, entry(1, "a"), entry(3, "b"))),
				List.of(append(this.hall, 0, entry(1, "a"), entry(2, "a"))))) {
			assertThatThrownBy(() -> journal().append(batch).block(LIMIT)).isInstanceOf(IllegalArgumentException.class);
		}
		assertThat(versions(this.hall)).isEmpty();
		assertThat(get(journal().append(List.of()))).isEmpty();
	}

	@Test
	void fourWritersOnTwoNodesLeaveNoGap() {
		List<HallId> contended = List.of(newHall(), newHall(), newHall());
		Flux.range(0, 4)
			.flatMap((writer) -> writer((writer % 2 == 0) ? journal() : anotherNode(), writer, contended)
				.subscribeOn(Schedulers.parallel()), 4)
			.blockLast(LIMIT);
		for (HallId of : contended) {
			assertThat(versions(of)).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
		}
	}

	/** Appends 25 entries to each hall, one at a time, whoever else does the same. */
	private static Mono<Void> writer(Journal journal, int writer, List<HallId> contended) {
		Map<HallId, Long> version = new LinkedHashMap<>();
		Map<HallId, Integer> done = new LinkedHashMap<>();
		// Some writers take the halls in another order
		((writer < 2) ? contended : contended.reversed()).forEach((hall) -> {
			version.put(hall, 0L);
			done.put(hall, 0);
		});
		return Mono.defer(() -> {
			List<Journal.Append> batch = new ArrayList<>();
			version.forEach((hall, at) -> {
				if (done.getOrDefault(hall, 0) < 25) {
					batch.add(append(hall, at, entry(at + 1, writer + "-" + done.get(hall))));
				}
			});
			return journal.append(batch).flatMapMany((outcomes) -> Flux.range(0, batch.size()).concatMap((i) -> {
				HallId hall = batch.get(i).hall();
				if (outcomes.get(i) instanceof Journal.Committed) {
					done.merge(hall, 1, Integer::sum);
				}
				return journal.read(hall, batch.get(i).expected(), Long.MAX_VALUE)
					.map(JournalEntry::version)
					.doOnNext((seen) -> version.put(hall, seen));
			})).then(Mono.just(true));
		}).repeat(() -> done.values().stream().anyMatch((count) -> count < 25)).then();
	}

	@Test
	void entriesComeBackAsTheyWere() {
		String nasty = "一二三 \"quoted\" \\back 'tick' {brace} $1 😀 ; drop table hall;--";
		JournalEntry odd = new JournalEntry(1, new EventKey("源-'1'", nasty), TIME, TIME.minusSeconds(7000),
				TIME.plusNanos(1000), new HallEvent.WindowPaused(new WindowId("01"), nasty),
				new Anomaly(Anomaly.Kind.WINDOW_NOT_OPEN, true, nasty));
		JournalEntry ended = new JournalEntry(2, new EventKey(EventKey.HALL, "day"), TIME, null, TIME,
				new HallEvent.DayEnded(java.time.LocalDate.parse("2026-11-20")), null);
		outcome(append(this.hall, 0, odd, ended));
		assertThat(get(journal().read(this.hall, 0, 10).collectList())).containsExactly(odd, ended);
	}

	@Test
	void readsAfterAVersionAndNoMoreThanAsked() {
		outcome(append(this.hall, 0, 2_500));
		StepVerifier.create(journal().read(this.hall, 1_200, 1_100).map(JournalEntry::version))
			.expectNextSequence(LongStream.rangeClosed(1_201, 2_300).boxed().toList())
			.verifyComplete();
		StepVerifier.create(journal().read(this.hall, 2_500, 10)).verifyComplete();
		StepVerifier.create(journal().read(this.hall, 0, 0)).verifyComplete();
		StepVerifier.create(journal().read(newHall(), 0, 10)).verifyComplete();
	}

	@Test
	void readsAsTheSubscriberAsks() {
		outcome(append(this.hall, 0, 2_500));
		StepVerifier.create(journal().read(this.hall, 0, Long.MAX_VALUE).map(JournalEntry::version), 3)
			.expectNext(1L, 2L, 3L)
			.thenRequest(2_000)
			.expectNextCount(2_000)
			.thenCancel()
			.verify(LIMIT);
		assertThat(versions(this.hall)).hasSize(2_500);
	}

	@Test
	void listsTheNewestAnomaliesFirst() {
		Anomaly unknown = new Anomaly(Anomaly.Kind.UNKNOWN_TICKET, false, "?");
		outcome(append(this.hall, 0,
				IntStream.rangeClosed(1, 9)
					.mapToObj((version) -> new JournalEntry(version, new EventKey("k", "e" + version), TIME, null, TIME,
							new HallEvent.TicketParked(new TicketId("A1")), (version % 2 == 0) ? unknown : null))
					.toArray(JournalEntry[]::new)));
		assertThat(get(journal().anomalies(this.hall, Long.MAX_VALUE, 3).map(JournalEntry::version).collectList()))
			.containsExactly(8L, 6L, 4L);
		assertThat(get(journal().anomalies(this.hall, 4, 3).map(JournalEntry::version).collectList()))
			.containsExactly(2L);
	}

	@Test
	void theNewestOfEmergenciesComeInOrderAndNoSignals() {
		EmergencyId fire = new EmergencyId("e-0123456789ab");
		EmergencyId other = new EmergencyId("e-0123456789ac");
		List<HallEvent> events = List.of(moved(new EmergencyEvent.Noted(fire, "li", "one")),
				new HallEvent.EmergencySignalled(EmergencyKind.FIRE, null, null, false),
				moved(new EmergencyEvent.Noted(other, "li", fire.value())), new HallEvent.DeviceAlive(),
				moved(new EmergencyEvent.DrillCancelled("d7", "li")),
				moved(new EmergencyEvent.StepDone(fire, "li", "call-119", "<\"']]> 一 😀")),
				moved(new EmergencyEvent.Noted(other, "li", "three")));
		JournalEntry[] entries = IntStream.range(0, events.size())
			.mapToObj((i) -> new JournalEntry(i + 1, new EventKey("desk", "o" + i), TIME, null, TIME, events.get(i),
					null))
			.toArray(JournalEntry[]::new);
		outcome(append(this.hall, 0, entries));
		outcome(append(newHall(), 0, entries[0]));
		assertThat(emergencies(null, 10)).containsExactly(entries[0], entries[2], entries[4], entries[5], entries[6]);
		assertThat(emergencies(null, 2)).containsExactly(entries[5], entries[6]);
		assertThat(emergencies(fire, 10)).containsExactly(entries[0], entries[5]);
		assertThat(emergencies(fire, 1)).containsExactly(entries[5]);
		assertThat(emergencies(new EmergencyId("e-%"), 10)).isEmpty();
		assertThat(get(journal().emergencies(newHall(), null, 10).collectList())).isEmpty();
	}

	private List<JournalEntry> emergencies(@Nullable EmergencyId of, int limit) {
		return get(journal().emergencies(this.hall, of, limit).collectList());
	}

	private static HallEvent moved(EmergencyEvent event) {
		return new HallEvent.EmergencyMoved(event);
	}

	@Test
	void headsTellHowFarHallsAre() {
		outcome(append(this.hall, 0, 5));
		outcome(append(newHall(), 3, entry(4, "refused")));
		assertThat(get(journal().heads(Instant.EPOCH).collectList())).contains(new Journal.Head(this.hall, 5))
			.noneMatch((head) -> head.version() == 0);
		assertThat(get(journal().heads(Instant.now()).collectList())).contains(new Journal.Head(this.hall, 5));
	}

	@Test
	void theNewestSnapshotIsKept() {
		outcome(append(this.hall, 0, 5));
		assertThat(journal().snapshot(this.hall).blockOptional(LIMIT)).isEmpty();
		journal().keep(List.of(snapshot(3))).block(LIMIT);
		journal().keep(List.of(snapshot(5))).block(LIMIT);
		journal().keep(List.of(snapshot(4))).block(LIMIT);
		assertThat(get(anotherNode().snapshot(this.hall))).isEqualTo(snapshot(5));
	}

	HallSnapshot snapshot(long version) {
		return new HallSnapshot(this.hall, version, TIME, null, null, List.of(), new LinkedHashMap<>(),
				new LinkedHashMap<>(), new HallSnapshot.WaitFigures(0, 0, 0, 0, List.of(1, 2)), new LinkedHashMap<>(),
				3, QueueFigures.NONE, null, new LinkedHashMap<>(),
				new HallSnapshot.Alerts(null, List.of(), List.of(), List.of(), List.of(), Instant.EPOCH),
				new EmergencyBook().content(), Ratings.NONE, UsualDays.NONE);
	}

	@Test
	void theEpochStays() {
		assertThat(get(journal().epoch())).isEqualTo(get(anotherNode().epoch())).matches("[a-z0-9]{1,16}");
	}

}
