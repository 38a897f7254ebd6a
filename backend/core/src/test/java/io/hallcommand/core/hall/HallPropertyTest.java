package io.hallcommand.core.hall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.Call;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowStatus;
import org.jspecify.annotations.Nullable;
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
		assertThat(hall.view().today().ratings()).isEqualTo(ratingsOfLastDay(journal));
		assertThat(issuedByWeekday(hall.usual())).isEqualTo(issuedByWeekday(journal)).isNotEmpty();
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
			Call call = window.lastCall();
			if (call != null) {
				assertThat(view.queues()).containsKey(call.queue());
				assertThat(call.times()).isPositive();
				assertThat(LocalDate.ofInstant(call.at().plusSeconds(600), Plans.SHANGHAI)).as("the day of %s", call)
					.isAfterOrEqualTo(view.today().date());
				if (window.status() == WindowStatus.CALLING) {
					assertThat(call.ticket()).isEqualTo(window.ticket());
				}
			}
		}
		assertThat(tickets.stream().filter((ticket) -> ticket.stage().equals("WAITING"))).hasSize(waiting);
	}

	/** Counted from the journal alone. */
	private static @Nullable Ratings ratingsOfLastDay(List<JournalEntry> journal) {
		Ratings ratings = Ratings.NONE;
		for (JournalEntry entry : journal) {
			if (entry.event() instanceof HallEvent.DayEnded) {
				ratings = Ratings.NONE;
			}
			else if (entry.event() instanceof HallEvent.TicketRated rated) {
				ratings = new Ratings(ratings.count() + 1, ratings.satisfied() + ((rated.grade() > 2) ? 1 : 0));
			}
		}
		return ratings.equals(Ratings.NONE) ? null : ratings;
	}

	/** Every weekday comes at most once: its mean is that day. */
	private static Map<DayOfWeek, Double> issuedByWeekday(List<JournalEntry> journal) {
		Map<DayOfWeek, Double> issued = new TreeMap<>();
		double today = 0;
		for (JournalEntry entry : journal) {
			if (entry.event() instanceof HallEvent.DayEnded ended) {
				issued.put(ended.date().getDayOfWeek(), today);
				today = 0;
			}
			else if (entry.event() instanceof HallEvent.TicketIssued && entry.applied()) {
				today++;
			}
		}
		return issued;
	}

	private static Map<DayOfWeek, Double> issuedByWeekday(UsualDays days) {
		Map<DayOfWeek, Double> issued = new TreeMap<>();
		days.byWeekday().forEach((weekday, day) -> issued.put(weekday, day.issued()));
		return issued;
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
		return switch (random.nextInt(22)) {
			case 0, 1, 2, 3, 4 -> new HallEvent.TicketIssued(ticket, queue, Channel.KIOSK, Priority.NORMAL);
			case 5, 6 -> new HallEvent.TicketCalled(ticket, window);
			case 7 -> new HallEvent.TicketRecalled(ticket, window);
			case 20 -> new HallEvent.TicketRecalled(ticket, null);
			case 21 -> new HallEvent.TicketRated(ticket, 1 + random.nextInt(5), random.nextBoolean() ? window : null);
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
