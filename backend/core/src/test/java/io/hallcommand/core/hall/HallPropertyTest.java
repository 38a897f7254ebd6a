package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Throws random facts, many of them nonsense, at a hall and checks what must always hold.
 */
class HallPropertyTest {

	private static final int STEPS = 3_000;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void whateverIsReportedTheCountsAddUpAndTheJournalGivesTheSameHall(long seed) {
		Random random = new Random(seed);
		Hall hall = Hall.empty(new HallId("small"));
		Hall follower = Hall.empty(new HallId("small"));
		Instant now = Story.instant(Story.DAY, "08:00");
		List<JournalEntry> journal = new ArrayList<>(
				hall.plan(Plans.small(HallClock.LIVE), "test", new EventKey("hall", "plan"), now).stream().toList());
		for (int i = 0; i < STEPS; i++) {
			now = now.plus(Duration.ofSeconds(random.nextInt(120)));
			Instant said = random.nextInt(20) == 0 ? now.plusSeconds(random.nextInt(4000) - 2000) : now;
			EventKey key = new EventKey("device", "e" + i);
			journal.addAll(hall.report(new Report(key, said, anyFact(random)), now));
			if (random.nextInt(200) == 0) {
				hall = Hall.restore(hall.snapshot());
			}
			if (random.nextInt(300) == 0) {
				journal.addAll(
						hall.plan(anyPlan(random), "test", new EventKey("hall", "plan" + i), now).stream().toList());
			}
			check(hall);
		}
		journal.forEach(follower::apply);
		assertThat(follower.view()).isEqualTo(hall.view());
		assertThat(follower.snapshot()).isEqualTo(hall.snapshot());
		assertThat(Hall.restore(hall.snapshot()).view()).isEqualTo(hall.view());
		assertThat(journal).extracting(JournalEntry::version)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, journal.size()).boxed().toList());
	}

	private static void check(Hall hall) {
		HallView view = hall.view();
		int waiting = 0;
		QueueFigures total = QueueFigures.NONE;
		for (QueueView queue : view.queues().values()) {
			assertThat(queue.waiting()).isEqualTo(queue.tickets().size());
			waiting += queue.waiting();
			total = total.plus(queue.figures());
		}
		assertThat(view.today().waiting()).isEqualTo(waiting);
		// Queues that are gone still count in the day
		assertThat(view.today().total().issued()).isGreaterThanOrEqualTo(total.issued());
		List<HallSnapshot.Ticket> tickets = hall.snapshot().tickets();
		for (ServiceWindow window : view.windows().values()) {
			if (window.ticket() != null) {
				assertThat(tickets.stream().filter((ticket) -> ticket.ticket().equals(window.ticket()))).hasSize(1);
			}
		}
		assertThat(tickets.stream().filter((ticket) -> ticket.stage().equals("WAITING"))).hasSize(waiting);
	}

	/** Queues and windows come and go. */
	private static HallPlan anyPlan(Random random) {
		HallPlan all = Plans.small(HallClock.LIVE);
		return switch (random.nextInt(3)) {
			case 0 -> all;
			case 1 -> new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(),
					all.capacity(), all.zones(), List.of(Plans.queue("care", 600)),
					List.of(Plans.window("2", "care"), Plans.window("3", "care")));
			default -> new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(),
					all.capacity(), all.zones(), all.queues(), List.of(Plans.window("1", "tax", "care")));
		};
	}

	/** Few tickets and windows, so that facts collide. */
	private static HallEvent.Fact anyFact(Random random) {
		TicketId ticket = new TicketId("T" + random.nextInt(30));
		WindowId window = new WindowId(String.valueOf(1 + random.nextInt(4)));
		QueueId queue = new QueueId(List.of("tax", "care", "tax", "care", "none").get(random.nextInt(5)));
		return switch (random.nextInt(20)) {
			case 0, 1, 2, 3, 4 -> new HallEvent.TicketIssued(ticket, queue, Channel.KIOSK, Priority.NORMAL);
			case 5, 6 -> new HallEvent.TicketCalled(ticket, window);
			case 7 -> new HallEvent.TicketRecalled(ticket, window);
			case 8, 9 -> new HallEvent.TicketStarted(ticket, window);
			case 10, 11 -> new HallEvent.TicketCompleted(ticket, "done");
			case 12 -> new HallEvent.TicketNoShow(ticket);
			case 13 -> new HallEvent.TicketAbandoned(ticket);
			case 14 -> new HallEvent.TicketParked(ticket);
			case 15 -> new HallEvent.TicketResumed(ticket);
			case 16 -> new HallEvent.TicketTransferred(ticket, queue);
			case 17 -> new HallEvent.WindowOpened(window, "s", random.nextBoolean() ? null : List.of(queue));
			case 18 -> random.nextBoolean() ? new HallEvent.WindowPaused(window, "break")
					: new HallEvent.WindowResumed(window);
			default -> random.nextBoolean() ? new HallEvent.WindowClosed(window)
					: random.nextBoolean() ? new HallEvent.StaffLeft(window) : new HallEvent.StaffReturned(window);
		};
	}

}
