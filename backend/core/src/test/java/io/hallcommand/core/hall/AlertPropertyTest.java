package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Refusal;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.StandardRules;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens in whatever order, alerts stay in legal states, agree with the floor,
 * and follow from the journal alone.
 */
class AlertPropertyTest {

	private static final int STEPS = 4_000;

	private static final List<String> OFFICERS = List.of("li", "wang", "chen");

	private final List<JournalEntry> journal = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private final Set<AlertId> closed = new HashSet<>();

	private final Set<Class<?>> seen = new HashSet<>();

	private Hall hall = Hall.empty(new HallId("small"));

	private Instant now = Story.instant(Story.DAY, "08:00");

	private int number;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void whateverHappensTheStatesAreLegalAndTheJournalGivesTheSameAlerts(long seed) {
		Random random = new Random(seed);
		plan(Plans.small(HallClock.LIVE));
		write(this.hall.rules(noDelays(), "boss", key("rules"), this.now));
		for (int i = 0; i < STEPS; i++) {
			this.now = this.now.plusMillis(random.nextInt(60_000));
			step(random);
			if (random.nextInt(150) == 0) {
				// A restart
				this.hall = Hall.restore(this.hall.snapshot());
			}
			write(this.hall.wake(this.now));
			check();
		}
		Hall follower = Hall.empty(this.hall.id());
		this.journal.forEach(follower::apply);
		assertThat(follower.snapshot()).isEqualTo(this.hall.snapshot());
		assertThat(follower.view()).isEqualTo(this.hall.view());
		assertThat(written()).containsExactlyElementsOf(this.notes);
		// The walk was not an easy one
		assertThat(this.seen).contains(AlertEvent.Raised.class, AlertEvent.Changed.class, AlertEvent.Returned.class,
				AlertEvent.Cleared.class, AlertEvent.Acknowledged.class, AlertEvent.Shelved.class,
				AlertEvent.Unshelved.class, AlertEvent.Escalated.class, AlertEvent.HoldPlaced.class,
				AlertEvent.HoldLifted.class, AlertEvent.Assigned.class, Refusal.class);
	}

	private void step(Random random) {
		switch (random.nextInt(20)) {
			case 0, 1, 2, 3, 4 ->
				tell(new HallEvent.TicketIssued(ticket(random), queue(random), Channel.KIOSK, Priority.NORMAL));
			case 5, 6 -> tell(new HallEvent.TicketCalled(ticket(random), window(random)));
			case 7 -> tell(new HallEvent.TicketStarted(ticket(random), window(random)));
			case 8 -> tell(new HallEvent.TicketCompleted(ticket(random), null));
			case 9 -> tell(new HallEvent.TicketAbandoned(ticket(random)));
			case 10 -> tell(random.nextBoolean() ? new HallEvent.WindowOpened(window(random), null, null)
					: new HallEvent.WindowPaused(window(random), null));
			case 11 -> tell(random.nextBoolean() ? new HallEvent.WindowClosed(window(random))
					: new HallEvent.TicketParked(ticket(random)));
			case 12 -> rare(random);
			default -> order(random);
		}
	}

	private void rare(Random random) {
		switch (random.nextInt(9)) {
			case 0 -> plan(Plans.small(HallClock.LIVE));
			case 1 -> {
				HallPlan all = Plans.small(HallClock.LIVE);
				plan(new HallPlan(all.hall(), all.name(), all.level(), null, all.timeZone(), all.clock(),
						1 + random.nextInt(20), all.zones(), List.of(Plans.queue("tax", 60 + random.nextInt(3000))),
						List.of(Plans.window("1", "tax"))));
			}
			case 2 -> write(this.hall.rules(random.nextBoolean() ? noDelays() : StandardRules.POLICY, "boss",
					key("rules"), this.now));
			case 3 -> this.now = this.now.plus(Duration.ofHours(random.nextInt(20)));
			case 4 -> {
				Subject.Below below = new Subject.Below("below", new AlertId(1 + random.nextInt(3)));
				order(random.nextBoolean() ? new Order.Ask(below, Severity.MAJOR, new Label("等", "wait"), this.now)
						: new Order.Withdraw(below), EventKey.HALL);
			}
			default -> order(new Order.PlaceHold(Hold.Kind.values()[random.nextInt(2)],
					random.nextBoolean() ? Scope.HALL
							: new Scope(List.of(), List.of(queue(random)), List.of(), List.of()),
					List.of(), "smoke"), "boss");
		}
	}

	private void order(Random random) {
		List<Hold> holds = List.copyOf(this.hall.holds());
		if (!holds.isEmpty() && random.nextInt(4) == 0) {
			order(new Order.LiftHold(holds.getFirst().id()), "boss");
			return;
		}
		String officer = OFFICERS.get(random.nextInt(OFFICERS.size()));
		List<Alert> alerts = List.copyOf(this.hall.alerts());
		if (alerts.isEmpty() || random.nextInt(30) == 0) {
			order(new Order.HandOver(OFFICERS.get(random.nextInt(OFFICERS.size())), note(random)), officer);
			return;
		}
		AlertId id = alerts.get(random.nextInt(alerts.size())).id();
		order(new Order.OnAlert(id, switch (random.nextInt(8)) {
			case 0, 1, 2 -> new AlertAction.Acknowledge(note(random));
			case 3 -> new AlertAction.Shelve(Duration.ofMinutes(1 + random.nextInt(30)), "later");
			case 4 -> new AlertAction.Unshelve(note(random));
			case 5 -> new AlertAction.Close(note(random));
			case 6 -> new AlertAction.Assign(OFFICERS.get(random.nextInt(OFFICERS.size())), note(random));
			default -> new AlertAction.WriteNote("n" + this.number);
		}), officer);
	}

	private void order(Order order, String actor) {
		DeskAnswer answer = this.hall.order(order, actor, key("order"), this.now);
		if (answer.refusal() != null) {
			this.seen.add(Refusal.class);
		}
		String note = written(order);
		boolean handedOver = order instanceof Order.HandOver;
		// Whoever asks for an alert that is long gone is told that there is none
		boolean unknown = answer.refusal() != null && answer.refusal().reason() == Refusal.Reason.UNKNOWN_ALERT;
		if (note != null && !unknown && (!handedOver || !answer.events().isEmpty())) {
			this.notes.add(note);
		}
		write(answer.entries());
	}

	private void check() {
		Set<Cause> causes = new HashSet<>();
		for (Alert alert : this.hall.alerts()) {
			boolean legal = switch (alert.state()) {
				case AlertState.Unacknowledged is -> alert.active();
				case AlertState.Acknowledged is -> alert.active();
				case AlertState.Cleared is -> !alert.active();
				case AlertState.Closed is -> !alert.active();
				case AlertState.Shelved is -> is.until().isAfter(this.now);
				case AlertState.Held is -> this.hall.holds().stream().anyMatch((hold) -> hold.id().equals(is.hold()));
			};
			assertThat(legal).as(() -> this.now + " " + alert).isTrue();
			if (alert.isClosed()) {
				this.closed.add(alert.id());
			}
			else {
				assertThat(this.closed).as("nothing closed comes back").doesNotContain(alert.id());
				assertThat(causes.add(alert.cause())).as("one alert for one cause").isTrue();
			}
		}
		assertThat(this.hall.nextDeadline()).hasValueSatisfying((next) -> assertThat(next).isAfter(this.now));
		if (this.hall.rules().equals(noDelays())) {
			agreesWithTheFloor();
		}
	}

	/** Seen from the view alone: who is over the limit has an alert, and nobody else. */
	private void agreesWithTheFloor() {
		HallView view = this.hall.view();
		view.plan().queues().forEach((queue) -> {
			QueueView seenQueue = Objects.requireNonNull(view.queues().get(queue.id()));
			Instant since = seenQueue.longestWaitSince();
			boolean over = since != null && !since.plusSeconds(queue.waitLimitSeconds()).isAfter(this.now);
			assertThat(active("wait-overtime", queue.id())).as(() -> this.now + " " + queue.id()).isEqualTo(over);
			assertThat(active("queue-length", queue.id())).isEqualTo(seenQueue.waiting() > 3);
		});
	}

	private boolean active(String rule, QueueId queue) {
		return this.hall.alerts()
			.stream()
			.anyMatch((alert) -> alert.active() && alert.cause().equals(new Cause(rule, new Subject.Queue(queue))));
	}

	/** The standard rules, quicker, and without delays where the view is held against. */
	private static AlertPolicy noDelays() {
		List<AlertRule> rules = new ArrayList<>();
		for (AlertRule rule : StandardRules.POLICY.rules()) {
			boolean length = rule.kind() == AlertKind.QUEUE_LENGTH;
			boolean wait = rule.kind() == AlertKind.WAIT_OVERTIME;
			rules.add(new AlertRule(rule.id(), rule.kind(), true, rule.scope(), rule.unit(),
					length ? List.of(new AlertRule.Level(3, Severity.MAJOR))
							: wait ? List.of(new AlertRule.Level(100, Severity.MAJOR),
									new AlertRule.Level(150, Severity.CRITICAL)) : rule.levels(),
					(length || wait) ? 0 : rule.onDelaySeconds(), (length || wait) ? 0 : rule.offDelaySeconds(),
					rule.hours(), rule.escalation(), rule.remindAfterSeconds(), rule.title(), rule.guidance(),
					rule.basis()));
		}
		return new AlertPolicy(StandardRules.POLICY.openingHours(), rules);
	}

	private @Nullable String note(Random random) {
		return random.nextBoolean() ? "n" + this.number : null;
	}

	private static @Nullable String written(Order order) {
		return switch (order) {
			case Order.OnAlert on -> switch (on.action()) {
				case AlertAction.Acknowledge is -> is.note();
				case AlertAction.WriteNote is -> is.note();
				case AlertAction.Assign is -> is.note();
				case AlertAction.Shelve is -> is.reason();
				case AlertAction.Unshelve is -> is.note();
				case AlertAction.Close is -> is.note();
			};
			case Order.HandOver is -> is.note();
			case Order.PlaceHold is -> null;
			case Order.LiftHold is -> null;
			case Order.Ask is -> null;
			case Order.Withdraw is -> null;
		};
	}

	/** All notes of the journal, one for each order. */
	private List<String> written() {
		List<String> found = new ArrayList<>();
		String handover = null;
		for (JournalEntry entry : this.journal) {
			if (!(entry.event() instanceof HallEvent.AlertMoved moved)) {
				continue;
			}
			String note = switch (moved.event()) {
				case AlertEvent.Acknowledged is -> is.note();
				case AlertEvent.Noted is -> is.note();
				case AlertEvent.Assigned is -> is.note();
				case AlertEvent.Shelved is -> is.reason();
				case AlertEvent.Unshelved is -> is.note();
				case AlertEvent.Raised is -> null;
				case AlertEvent.Changed is -> null;
				case AlertEvent.Returned is -> null;
				case AlertEvent.Cleared is -> null;
				case AlertEvent.Escalated is -> null;
				case AlertEvent.Reminded is -> null;
				case AlertEvent.HoldPlaced is -> null;
				case AlertEvent.HoldLifted is -> null;
			};
			boolean more = moved.event() instanceof AlertEvent.Assigned is && is.handover() && note != null
					&& note.equals(handover);
			if (note != null && !more) {
				found.add(note);
			}
			handover = (moved.event() instanceof AlertEvent.Assigned is && is.handover()) ? note : null;
		}
		return found;
	}

	private void plan(HallPlan plan) {
		write(this.hall.plan(plan, "boss", key("plan"), this.now).stream().toList());
	}

	private void tell(HallEvent.Fact fact) {
		write(this.hall.report(new Report(new EventKey("d" + this.number % 3, "e" + this.number++), this.now, fact),
				this.now));
	}

	private void write(List<JournalEntry> entries) {
		for (JournalEntry entry : entries) {
			this.journal.add(entry);
			if (entry.event() instanceof HallEvent.AlertMoved moved) {
				this.seen.add(moved.event().getClass());
			}
		}
		assertThat(this.hall.version()).isEqualTo(this.journal.size());
	}

	private EventKey key(String what) {
		return new EventKey("test", what + this.number++);
	}

	private static TicketId ticket(Random random) {
		return new TicketId("T" + random.nextInt(12));
	}

	private static QueueId queue(Random random) {
		return new QueueId(random.nextBoolean() ? "tax" : "care");
	}

	private static WindowId window(Random random) {
		return new WindowId(Integer.toString(1 + random.nextInt(2)));
	}

}
