package io.hallcommand.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.StandardRules;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Quarters;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.place.Label;
import tools.jackson.databind.JsonNode;

/**
 * A hall to which random things happen over several days: visitors, orders from the desk,
 * rules, rosters, holds.
 */
final class RandomHall {

	static final String PLAN = """
			{"hall":"h","name":{"zh":"厅","en":"Hall"},"level":"CITY",
			 "zones":[{"id":"A","name":"A"}],
			 "queues":[{"id":"tax","name":"税务","prefix":"T"},{"id":"care","name":"Care","waitLimitSeconds":600}],
			 "windows":[{"id":"1","zone":"A","queues":["tax"],"position":{"x":1,"y":2}},
			            {"id":"2","zone":"A","queues":["tax","care"],"kind":"TIDAL"}]}""";

	final Hall hall = Hall.empty(new HallId("h"));

	private final Random random;

	private Instant now = Instant.parse("2026-11-20T00:00:00Z");

	private int steps;

	RandomHall(long seed) {
		this.random = new Random(seed);
	}

	static HallPlan plan(String json) {
		PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree(json), null);
		HallPlan plan = reading.plan();
		if (plan == null) {
			throw new AssertionError(reading.problems());
		}
		return plan;
	}

	List<JournalEntry> step() {
		this.steps++;
		this.now = this.now.plus(Duration.ofMillis(this.random.nextInt(240_000)));
		if (this.steps == 1) {
			return plan(plan(PLAN));
		}
		if (this.random.nextInt(300) == 0) {
			return plan(plan(PLAN.replace("\"name\":\"A\"", "\"name\":\"A" + this.steps + "\"")));
		}
		if (this.random.nextInt(60) == 0) {
			return decree();
		}
		if (this.random.nextInt(5) == 0) {
			return this.hall.wake(this.now);
		}
		if (this.random.nextInt(3) == 0) {
			return order();
		}
		if (this.random.nextInt(4) == 0) {
			return emergency();
		}
		return this.hall.report(new Report(new EventKey("d", "e" + this.steps), this.now, fact()), this.now);
	}

	/** What an officer may want, sensible or not. */
	private List<JournalEntry> order() {
		List<Alert> alerts = List.copyOf(this.hall.alerts());
		AlertId alert = alerts.isEmpty() ? new AlertId(1) : alerts.get(this.random.nextInt(alerts.size())).id();
		String note = this.random.nextBoolean() ? "note " + this.steps : null;
		AlertAction action = switch (this.random.nextInt(8)) {
			case 0, 1, 2 -> new AlertAction.Acknowledge(note);
			case 3 -> new AlertAction.WriteNote("note " + this.steps);
			case 4 -> new AlertAction.Assign("officer-" + this.random.nextInt(3), note);
			case 5 -> new AlertAction.Shelve(Duration.ofMinutes(this.random.nextInt(70)), "reason");
			case 6 -> new AlertAction.Unshelve(note);
			default -> new AlertAction.Close(note);
		};
		return order((this.random.nextInt(20) == 0) ? new Order.HandOver("officer-" + this.random.nextInt(3), note)
				: new Order.OnAlert(alert, action));
	}

	private List<JournalEntry> order(Order order) {
		String officer = "officer-" + this.random.nextInt(3);
		return this.hall.order(order, officer, EventKey.ofOrder(officer, "o" + this.steps), this.now).entries();
	}

	/** What becomes of emergencies, sensible or not; they end sooner than they come. */
	private List<JournalEntry> emergency() {
		List<Emergency> all = List.copyOf(this.hall.emergencies());
		EmergencyKind kind = EmergencyKind.values()[this.random.nextInt(3)];
		List<HallZoneId> zones = this.random.nextBoolean() ? List.of() : List.of(new HallZoneId("A"));
		if (this.random.nextInt(20) == 0) {
			return emergency(new EmergencyOrder.Declare(kind, zones, null, this.random.nextBoolean() ? "smoke" : null,
					null, this.random.nextBoolean(), this.random.nextInt(4) == 0, null));
		}
		return switch (this.random.nextInt(30)) {
			case 0 -> emergency(new EmergencyOrder.PlanDrill(kind, zones,
					this.now.plus(Duration.ofMinutes(this.random.nextInt(600))), null));
			case 1 -> emergency(new EmergencyOrder.CancelDrill("d" + this.random.nextInt(this.steps)));
			case 2 -> emergency(new EmergencyOrder.ReplacePlan(kind, this.random.nextBoolean() ? null
					: this.hall.contingencyPlans().plan(EmergencyKind.values()[this.random.nextInt(12)])));
			case 3 -> emergency(
					new EmergencyOrder.Tell(new Below("county-" + this.random.nextInt(3), new Label("县", "County"),
							EmergencyId.of("x", "1"), kind, false, new Label("火警", "Fire"), EventSeverity.SERIOUS,
							Instruction.EVACUATE, false, this.random.nextBoolean(), this.now, this.steps)));
			default -> all.isEmpty() ? List.of()
					: emergency(new EmergencyOrder.OnEmergency(all.get(this.random.nextInt(all.size())).id(),
							action(all.get(this.random.nextInt(all.size())))));
		};
	}

	private EmergencyAction action(Emergency any) {
		String text = this.random.nextBoolean() ? "text " + this.steps : null;
		String step = any.plan().steps().get(this.random.nextInt(any.plan().steps().size())).id();
		return switch (this.random.nextInt(22)) {
			case 0 -> new EmergencyAction.WriteNote("note " + this.steps);
			case 1, 2 -> new EmergencyAction.Tick(step, text);
			case 3 -> new EmergencyAction.Skip(step, "not needed");
			case 4 -> new EmergencyAction.Reopen(step, text);
			case 5 -> new EmergencyAction.Assign("officer-1", null, step);
			case 6 -> new EmergencyAction.Assign("officer-2", EmergencyRole.MEDICAL, null);
			case 7 -> new EmergencyAction.Count(this.random.nextInt(300), null, null, 1);
			case 8 -> new EmergencyAction.MusterZone(new HallZoneId("A"), this.random.nextBoolean(),
					this.random.nextBoolean() ? 3 : null, text);
			case 9 -> new EmergencyAction.Grade(EventSeverity.values()[this.random.nextInt(4)],
					this.random.nextBoolean() ? Optional.empty() : Optional.of(WarningLevel.RED), null, "worse");
			case 10 -> new EmergencyAction.Instruct(Instruction.values()[this.random.nextInt(4)],
					this.random.nextBoolean() ? null : List.of(new HallZoneId("A")), null, text);
			case 11 -> new EmergencyAction.Continue(text);
			case 12 -> new EmergencyAction.Merge(any.id(), text);
			case 13 -> new EmergencyAction.File(ReportKind.values()[this.random.nextInt(3)], "report " + this.steps);
			case 14 -> new EmergencyAction.NoteFinding("finding " + this.steps, "li.qiang", LocalDate.of(2026, 12, 1));
			case 15 -> new EmergencyAction.Mend("f" + (1 + this.random.nextInt(3)), text);
			case 16 -> new EmergencyAction.Close(text);
			default -> new EmergencyAction.End(Outcome.values()[this.random.nextInt(2)], text);
		};
	}

	private List<JournalEntry> emergency(EmergencyOrder order) {
		String officer = "officer-" + this.random.nextInt(3);
		return this.hall
			.emergency(order, officer, EventKey.ofOrder(officer, "m" + this.steps),
					this.now.minusSeconds(this.random.nextInt(2) * 60L), this.now)
			.entries();
	}

	/** What a manager may want. */
	private List<JournalEntry> decree() {
		EventKey key = new EventKey(EventKey.HALL, "d" + this.steps);
		return switch (this.random.nextInt(5)) {
			case 0 -> this.hall.rules(rules(), "manager", key, this.now);
			case 1 ->
				this.hall.roster(
						List.of(new Shift("s" + this.steps, "li.qiang", "李强", Duty.OFFICER,
								List.of(new HallZoneId("A")), this.now, this.now.plus(Duration.ofHours(8)))),
						"manager", key, this.now);
			case 2 -> this.hall.usual(usual(), "manager", key, this.now);
			case 3 -> order(new Order.PlaceHold(Hold.Kind.values()[this.random.nextInt(2)],
					this.random.nextBoolean() ? Scope.HALL
							: new Scope(List.of(), List.of(new QueueId("tax")), List.of(), List.of()),
					this.random.nextBoolean() ? List.of() : List.of("wait-overtime"), "reason"));
			default -> order(new Order.LiftHold(
					this.hall.holds().stream().findFirst().map(Hold::id).orElse("h" + this.random.nextInt(9))));
		};
	}

	/** Some weekdays, with quarters here and there. */
	private UsualDays usual() {
		Map<DayOfWeek, UsualDay> days = new EnumMap<>(DayOfWeek.class);
		for (int i = 0; i < 4; i++) {
			Quarters.Writer quarters = new Quarters.Writer();
			for (int j = this.random.nextInt(20); j > 0; j--) {
				quarters.put(LocalTime.of(this.random.nextInt(24), 15 * this.random.nextInt(4)), amount(), amount(),
						amount());
			}
			days.put(DayOfWeek.of(1 + this.random.nextInt(7)),
					new UsualDay(1 + this.random.nextInt(20), amount(), amount(),
							this.random.nextBoolean() ? amount() : null, null,
							this.random.nextBoolean() ? this.random.nextDouble() : null, quarters.done()));
		}
		return new UsualDays(days);
	}

	private double amount() {
		return this.random.nextInt(10_000) / 100.0;
	}

	/** The standard ones, with one that is off or has no delay. */
	private AlertPolicy rules() {
		List<AlertRule> rules = new ArrayList<>(StandardRules.POLICY.rules());
		int index = this.random.nextInt(rules.size());
		AlertRule rule = rules.get(index);
		boolean enabled = this.random.nextBoolean();
		rules.set(index,
				new AlertRule(rule.id(), rule.kind(), enabled, rule.scope(), rule.unit(), rule.levels(), 0, 0,
						rule.hours(), rule.escalation(), rule.remindAfterSeconds(), rule.title(), rule.guidance(),
						rule.basis()));
		return new AlertPolicy(
				this.random.nextBoolean() ? OpeningHours.ALWAYS : new OpeningHours(List
					.of(new OpeningHours.Span(List.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)))),
				rules);
	}

	private List<JournalEntry> plan(HallPlan plan) {
		return this.hall.plan(plan, "test", new EventKey("hall", "p" + this.steps), this.now).stream().toList();
	}

	private HallEvent.Fact fact() {
		List<String> types = List.copyOf(FactJson.TYPES);
		String type = (this.random.nextInt(3) == 0) ? "ticket.issued" : types.get(this.random.nextInt(types.size()));
		if (type.equals("emergency.signalled") && this.random.nextInt(20) != 0) {
			type = "device.alive";
		}
		JsonNode event = HallJson.mapper()
			.readTree("{\"id\":\"x\",\"source\":\"d\",\"type\":\"" + type + "\",\"data\":{\"ticket\":\"T"
					+ this.random.nextInt(40) + "\",\"window\":\"" + (1 + this.random.nextInt(2)) + "\",\"queue\":\""
					+ (this.random.nextBoolean() ? "tax" : "care") + "\",\"grade\":" + (1 + this.random.nextInt(5))
					+ ",\"kind\":\"FIRE\",\"zone\":\"A\"}}");
		if (ReportJson.read(event) instanceof ReportJson.Read read) {
			return read.report().fact();
		}
		throw new AssertionError(event);
	}

}
