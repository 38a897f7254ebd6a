package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.emergency.DueTask;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.queue.TicketQueue;
import io.hallcommand.core.queue.WaitingTicket;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import io.hallcommand.core.window.WindowStatus;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at on the floor. It reads only.
 */
final class Conditions {

	private final Floor floor;

	private final EmergencyBook emergencies;

	Conditions(Floor floor, EmergencyBook emergencies) {
		this.floor = floor;
		this.emergencies = emergencies;
	}

	/**
	 * What is measured.
	 *
	 * @param onset since when time is counted; {@code null} when it is a number that
	 * stands still
	 * @param value the number, if it is one
	 */
	record Measure(@Nullable Instant onset, double value) {

		static @Nullable Measure since(@Nullable Instant onset) {
			return (onset != null) ? new Measure(onset, 0) : null;
		}

		static Measure of(double value) {
			return new Measure(null, value);
		}

	}

	/** {@code null} when there is nothing to measure. */
	@Nullable Measure measure(AlertKind kind, Subject subject) {
		return switch (subject) {
			case Subject.Queue queue -> this.floor.hasQueue(queue.id()) ? queue(kind, queue.id()) : null;
			case Subject.Window window ->
				this.floor.hasWindow(window.id()) ? Measure.since(window(kind, this.floor.window(window.id()))) : null;
			case Subject.Hall hall -> load();
			case Subject.Source source -> source(kind, source.id());
			case Subject.Below below -> null;
			case Subject.Task task -> {
				DueTask due = task(task);
				yield (due != null) ? Measure.since(due.since()) : null;
			}
		};
	}

	/** A level's threshold in the alert's unit. */
	double threshold(AlertRule rule, int level, Subject subject) {
		double threshold = rule.levels().get(level).threshold();
		return (rule.unit() == Unit.PERCENT && rule.kind() != AlertKind.HALL_LOAD) ? threshold / 100 * limit(subject)
				: threshold;
	}

	List<HallZoneId> zones(Subject subject) {
		return switch (subject) {
			case Subject.Queue queue -> zonesOf(queue.id());
			case Subject.Window window ->
				this.floor.hasWindow(window.id()) ? List.of(this.floor.plan(window.id()).zone()) : List.of();
			case Subject.Hall hall -> List.of();
			case Subject.Source source -> List.of();
			case Subject.Below below -> List.of();
			case Subject.Task task -> List.of();
		};
	}

	/** The ticket that is worst off. */
	@Nullable TicketId ticket(Subject subject) {
		return switch (subject) {
			case Subject.Queue queue -> {
				WaitingTicket longest = this.floor.queue(queue.id()).longestWaiting();
				yield (longest != null) ? longest.ticket() : null;
			}
			case Subject.Window window -> this.floor.window(window.id()).ticket();
			case Subject.Hall hall -> null;
			case Subject.Source source -> null;
			case Subject.Below below -> null;
			case Subject.Task task -> null;
		};
	}

	/** What is wrong, with the task that it is about. */
	Label title(Label title, Subject subject) {
		if (!(subject instanceof Subject.Task about) || !(task(about) instanceof DueTask task)) {
			return title;
		}
		return new Label((about.drill() ? "【演练】" : "") + title.zh() + "：" + task.title().zh(),
				(about.drill() ? "DRILL: " : "") + title.en() + ": " + task.title().en());
	}

	/** What is to be done now in emergencies and after them. */
	List<Subject> tasks() {
		List<Subject> tasks = new ArrayList<>();
		for (Emergency emergency : this.emergencies.all()) {
			for (DueTask task : emergency.tasks(this.floor.plan().timeZone())) {
				tasks.add(new Subject.Task(emergency.id(), task.kind(), task.id(), emergency.drill()));
			}
		}
		return tasks;
	}

	private @Nullable DueTask task(Subject.Task subject) {
		Emergency emergency = this.emergencies.find(subject.emergency());
		if (emergency != null) {
			for (DueTask task : emergency.tasks(this.floor.plan().timeZone())) {
				if (task.kind() == subject.kind() && task.id().equals(subject.task())) {
					return task;
				}
			}
		}
		return null;
	}

	/** A window to open for relief, tidal ones first. */
	@Nullable WindowId relief(Subject subject) {
		if (!(subject instanceof Subject.Queue queue)) {
			return null;
		}
		WindowId any = null;
		for (HallPlan.Window window : this.floor.plan().windows()) {
			if (window.queues().contains(queue.id()) && !this.floor.window(window.id()).open()) {
				if (window.kind() == WindowKind.TIDAL) {
					return window.id();
				}
				any = (any != null) ? any : window.id();
			}
		}
		return any;
	}

	private @Nullable Measure queue(AlertKind kind, QueueId id) {
		TicketQueue queue = this.floor.queue(id);
		if (queue.suspendedSince() != null) {
			return null;
		}
		Instant longest = queue.longestWaitSince();
		if (kind == AlertKind.QUEUE_LENGTH) {
			return Measure.of(queue.waiting());
		}
		if (kind == AlertKind.QUEUE_UNMANNED) {
			Instant unmanned = queue.unmannedSince();
			return (longest == null || unmanned == null) ? null : Measure.since(later(longest, unmanned));
		}
		return Measure.since(longest);
	}

	private @Nullable Instant window(AlertKind kind, ServiceWindow window) {
		WindowStatus status = window.status();
		return switch (kind) {
			case SERVICE_OVERTIME -> (status == WindowStatus.SERVING) ? window.since() : null;
			case CALL_UNANSWERED -> (status == WindowStatus.CALLING) ? window.since() : null;
			case WINDOW_IDLE -> (status == WindowStatus.IDLE) ? idle(window) : null;
			case WINDOW_AWAY -> away(window, status);
			case WAIT_OVERTIME, QUEUE_UNMANNED, QUEUE_LENGTH, HALL_LOAD, SOURCE_SILENT, CLOCK_OFF, STEP_OVERDUE,
					REPORT_DUE, FINDING_DUE, BELOW ->
				null;
		};
	}

	/** Since when the window has nothing to do and somebody waits for it. */
	private @Nullable Instant idle(ServiceWindow window) {
		Instant longest = null;
		for (QueueId queue : window.queues()) {
			Instant since = this.floor.queue(queue).longestWaitSince();
			if (since != null && (longest == null || since.isBefore(longest))) {
				longest = since;
			}
		}
		return (longest != null) ? later(longest, window.since()) : null;
	}

	private static @Nullable Instant away(ServiceWindow window, WindowStatus status) {
		if (!window.open() || status == WindowStatus.SUSPENDED) {
			return null;
		}
		Instant paused = (status == WindowStatus.PAUSED) ? window.since() : null;
		Instant left = window.awaySince();
		if (paused == null || left == null) {
			return (paused != null) ? paused : left;
		}
		return paused.isBefore(left) ? paused : left;
	}

	private @Nullable Measure load() {
		Integer capacity = this.floor.plan().capacity();
		return (capacity != null) ? Measure.of(100.0 * this.floor.visits().size() / capacity) : null;
	}

	private @Nullable Measure source(AlertKind kind, String id) {
		Sources.Source source = this.floor.sources.find(id);
		if (source == null) {
			return null;
		}
		if (kind == AlertKind.CLOCK_OFF) {
			return Measure.of(source.offBySeconds());
		}
		// A hall where no window is open may well be silent
		Instant works = this.floor.worksSince();
		return (works != null) ? Measure.since(later(source.heardAt(), works)) : null;
	}

	private int limit(Subject subject) {
		return switch (subject) {
			case Subject.Queue queue -> this.floor.plan(queue.id()).waitLimitSeconds();
			case Subject.Window window -> serviceLimit(this.floor.window(window.id()));
			case Subject.Hall hall -> HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS;
			case Subject.Source source -> HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS;
			case Subject.Below below -> HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS;
			case Subject.Task task ->
				(task(task) instanceof DueTask due) ? due.limitSeconds() : HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS;
		};
	}

	/** That of the ticket at the window. */
	private int serviceLimit(ServiceWindow window) {
		TicketId ticket = window.ticket();
		Visit visit = (ticket != null) ? this.floor.visitIfAny(ticket) : null;
		return (visit != null) ? this.floor.plan(visit.queue()).serviceLimitSeconds()
				: HallPlan.Queue.DEFAULT_SERVICE_LIMIT_SECONDS;
	}

	private List<HallZoneId> zonesOf(QueueId queue) {
		Set<HallZoneId> zones = new LinkedHashSet<>();
		for (HallPlan.Window window : this.floor.plan().windows()) {
			if (window.queues().contains(queue)) {
				zones.add(window.zone());
			}
		}
		return new ArrayList<>(zones);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
