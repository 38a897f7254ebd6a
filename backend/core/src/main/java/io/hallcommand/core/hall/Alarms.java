package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.StandardRules;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * A hall's alerts: holds the floor against the rules, and knows what is due next. It
 * decides nothing by itself: what is due is asked of it, and happens when it is written.
 */
final class Alarms {

	private static final Map<AlertKind.Scale, List<AlertKind>> KINDS = kinds();

	private final Floor floor;

	private final Conditions conditions;

	private final AlertBook book = new AlertBook();

	private final Agenda agenda = new Agenda();

	private final Map<Subject, List<Watch>> watches = new LinkedHashMap<>();

	private final Map<AlertId, CareTimer> timers = new HashMap<>();

	/** Open alerts whose rule or subject is gone. */
	private final Set<Cause> orphans = new LinkedHashSet<>();

	private AlertPolicy policy = StandardRules.POLICY;

	private List<Shift> shifts = List.of();

	Alarms(Floor floor, EmergencyBook emergencies) {
		this.floor = floor;
		this.conditions = new Conditions(floor, emergencies);
	}

	AlertBook book() {
		return this.book;
	}

	AlertPolicy policy() {
		return this.policy;
	}

	List<Shift> shifts() {
		return this.shifts;
	}

	void rules(AlertPolicy rules) {
		if (!rules.openingHours().equals(this.policy.openingHours())) {
			// Rare, and no part of a patch
			this.floor.changes.everything();
		}
		this.policy = rules;
		this.floor.touched.everything();
	}

	void roster(List<Shift> shifts) {
		this.shifts = shifts;
		// Rare, and a patch could not say what is gone
		this.floor.changes.everything();
	}

	void apply(AlertEvent event, Instant time) {
		List<AlertId> changed = this.book.apply(event, time);
		this.floor.changes.alerts(changed);
		switch (event) {
			case AlertEvent.HoldPlaced placed -> this.floor.changes.hold(placed.hold().id());
			case AlertEvent.HoldLifted lifted -> this.floor.changes.hold(lifted.hold());
			case AlertEvent.OfOne one -> {
				// What changed of alerts is known already
			}
		}
		for (AlertId id : changed) {
			timer(id);
			Alert alert = this.book.find(id);
			if (alert != null) {
				this.floor.touched.causes.add(alert.cause());
			}
		}
	}

	/** Looks at what the last event touched. */
	void look(Instant now) {
		Touched touched = this.floor.touched;
		if (this.floor.planIfAny() == null) {
			return;
		}
		if (touched.everything) {
			rebuild(now);
		}
		else {
			touched.queues.forEach((queue) -> queue(queue, now));
			touched.windows.forEach((window) -> look(new Subject.Window(window), now));
			if (!touched.queues.isEmpty() || !touched.windows.isEmpty()) {
				look(new Subject.Hall(), now);
			}
			if (touched.openWindows) {
				this.floor.sources.all().keySet().forEach((source) -> source(source, now));
			}
			else if (touched.source != null) {
				source(touched.source, now);
			}
			for (Cause cause : touched.causes) {
				look(cause.subject(), now);
			}
		}
		touched.clear();
	}

	/** When there is something to write. */
	@Nullable Instant next() {
		if (!this.orphans.isEmpty()) {
			return Instant.EPOCH;
		}
		Agenda.Entry first = this.agenda.first();
		return (first != null) ? first.due() : null;
	}

	/**
	 * What is to be written first of what is due.
	 * @param next the id of an alert that would be raised
	 * @return often nothing; the floor is to be looked at again after each
	 */
	List<AlertEvent> due(AlertId next, Instant now) {
		if (!this.orphans.isEmpty()) {
			return orphan();
		}
		Agenda.Entry first = this.agenda.first();
		if (first == null || !(first.due() instanceof Instant due) || due.isAfter(now)) {
			return List.of();
		}
		return switch (first) {
			case Watch watch -> watch(watch, next, now);
			case CareTimer timer -> some(timer.decide());
		};
	}

	void restore(HallSnapshot.Alerts content) {
		this.policy = (content.rules() != null) ? content.rules() : StandardRules.POLICY;
		this.shifts = content.shifts();
		this.book.restore(content.alerts(), content.holds());
		Map<Cause, Watch.Memory> memories = new HashMap<>();
		content.memories()
			.forEach((each) -> memories.put(each.cause(), new Watch.Memory(each.from(), each.leftAt(), each.worst())));
		if (this.floor.planIfAny() != null) {
			build();
			each((watch) -> {
				watch.restore(memories.get(watch.cause()));
				this.agenda.moved(watch);
			});
		}
		this.book.alerts().forEach((alert) -> timer(alert.id()));
		this.floor.touched.clear();
	}

	HallSnapshot.Alerts content(Instant lookedAt) {
		List<HallSnapshot.WatchMemory> memories = new ArrayList<>();
		each((watch) -> {
			Watch.Memory memory = watch.memory();
			if (memory != null) {
				memories
					.add(new HallSnapshot.WatchMemory(watch.cause(), memory.from(), memory.leftAt(), memory.worst()));
			}
		});
		// Watches come in the order of devices' reports: the same state is the same
		// snapshot
		memories.sort(Comparator.comparing((each) -> each.cause().toString()));
		return new HallSnapshot.Alerts((this.policy == StandardRules.POLICY) ? null : this.policy, this.shifts,
				List.copyOf(this.book.alerts()), List.copyOf(this.book.holds()), memories, lookedAt);
	}

	private List<AlertEvent> orphan() {
		Cause cause = this.orphans.iterator().next();
		this.orphans.remove(cause);
		Alert alert = this.book.open(cause);
		if (alert == null || !alert.active()) {
			return List.of();
		}
		if (cause.subject() instanceof Subject.Task) {
			return List.of(cleared(alert, AlertEvent.Cleared.Reason.CONDITION));
		}
		boolean ruled = this.policy.rule(cause.rule()) instanceof AlertRule rule && rule.enabled();
		return List.of(cleared(alert, ruled ? AlertEvent.Cleared.Reason.PLAN : AlertEvent.Cleared.Reason.RULES));
	}

	private static AlertEvent cleared(Alert alert, AlertEvent.Cleared.Reason reason) {
		return new AlertEvent.Cleared(alert.id(), reason, alert.worst(),
				alert.state() instanceof AlertState.Acknowledged);
	}

	/** What was put aside and becomes critical comes back. */
	private List<AlertEvent> watch(Watch watch, AlertId next, Instant now) {
		AlertEvent.OfOne event = watch.decide(next, now);
		if (event != null && Watch.critical(event) && this.book.find(event.alert()) instanceof Alert alert
				&& alert.state() instanceof AlertState.Shelved) {
			return List.of(
					new AlertEvent.Unshelved(alert.id(), null, AlertEvent.Unshelved.Reason.SEVERITY, null, false),
					event);
		}
		return some(event);
	}

	private static List<AlertEvent> some(@Nullable AlertEvent event) {
		return (event != null) ? List.of(event) : List.of();
	}

	/** A queue's head also decides whether windows are idle. */
	private void queue(QueueId queue, Instant now) {
		look(new Subject.Queue(queue), now);
		for (WindowId window : this.floor.windowsFor(queue)) {
			if (this.floor.window(window).ticket() == null) {
				look(new Subject.Window(window), now);
			}
		}
	}

	private void source(String source, Instant now) {
		Subject subject = new Subject.Source(source);
		if (!this.watches.containsKey(subject)) {
			watch(subject);
		}
		look(subject, now);
	}

	private void look(Subject subject, Instant now) {
		for (Watch watch : this.watches.getOrDefault(subject, List.of())) {
			watch.look(now);
			this.agenda.moved(watch);
		}
	}

	private void timer(AlertId id) {
		Alert alert = this.book.find(id);
		if (alert == null || alert.isClosed()) {
			CareTimer gone = this.timers.remove(id);
			if (gone != null) {
				this.agenda.remove(gone);
			}
			return;
		}
		this.agenda.moved(this.timers.computeIfAbsent(id,
				(same) -> new CareTimer(this.agenda, same, this.book, this::policy, this.floor)));
	}

	private void rebuild(Instant now) {
		Map<Cause, Watch> earlier = new HashMap<>();
		this.watches.values().forEach((each) -> each.forEach((watch) -> earlier.put(watch.cause(), watch)));
		build();
		each((watch) -> {
			Watch before = earlier.get(watch.cause());
			if (before != null) {
				watch.follow(before);
			}
			watch.look(now);
			this.agenda.moved(watch);
		});
		this.timers.values().forEach(this.agenda::moved);
	}

	private void build() {
		each(this.agenda::remove);
		this.watches.clear();
		this.orphans.clear();
		watch(new Subject.Hall());
		this.floor.queues().keySet().forEach((queue) -> watch(new Subject.Queue(queue)));
		this.floor.windows().keySet().forEach((window) -> watch(new Subject.Window(window)));
		this.floor.sources.all().keySet().forEach((source) -> watch(new Subject.Source(source)));
		this.conditions.tasks().forEach(this::watch);
		for (Cause cause : this.book.causes()) {
			if (!(cause.subject() instanceof Subject.Below)
					&& this.watches.getOrDefault(cause.subject(), List.of())
						.stream()
						.noneMatch((watch) -> watch.cause().equals(cause))
					&& this.book.open(cause) instanceof Alert alert && alert.active()) {
				this.orphans.add(cause);
			}
		}
	}

	private void each(Consumer<Watch> work) {
		this.watches.values().forEach((watches) -> watches.forEach(work));
	}

	private void watch(Subject subject) {
		List<Watch> made = new ArrayList<>();
		for (AlertKind kind : KINDS.getOrDefault(scale(subject), List.of())) {
			AlertRule rule = this.policy.ruleFor(kind, subject, this.conditions.zones(subject));
			if (rule != null) {
				made.add(new Watch(this.agenda, new Cause(rule.id(), subject), rule, this.policy.hoursOf(rule),
						this.floor, this.conditions, this.book));
			}
		}
		this.watches.put(subject, made);
	}

	private static Map<AlertKind.Scale, List<AlertKind>> kinds() {
		Map<AlertKind.Scale, List<AlertKind>> kinds = new LinkedHashMap<>();
		for (AlertKind kind : AlertKind.values()) {
			kinds.computeIfAbsent(kind.scale(), (unused) -> new ArrayList<>()).add(kind);
		}
		return kinds;
	}

	private static AlertKind.Scale scale(Subject subject) {
		return switch (subject) {
			case Subject.Hall hall -> AlertKind.Scale.HALL;
			case Subject.Queue queue -> AlertKind.Scale.QUEUE;
			case Subject.Window window -> AlertKind.Scale.WINDOW;
			case Subject.Source source -> AlertKind.Scale.SOURCE;
			case Subject.Below below -> AlertKind.Scale.BELOW;
			case Subject.Task task -> switch (task.kind()) {
				case STEP -> AlertKind.Scale.STEP;
				case REPORT -> AlertKind.Scale.REPORT;
				case FINDING -> AlertKind.Scale.FINDING;
			};
		};
	}

}
