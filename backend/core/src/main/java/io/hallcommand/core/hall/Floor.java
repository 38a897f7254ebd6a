package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueFigures;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.queue.TicketQueue;
import io.hallcommand.core.queue.WaitingTicket;
import io.hallcommand.core.window.Call;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Who and what is in the hall at the moment, with the moves that keep tickets, queues,
 * windows and figures in step. It knows no events and judges nothing.
 */
final class Floor {

	private final SequencedMap<TicketId, Visit> visits = new LinkedHashMap<>();

	private final SequencedMap<QueueId, TicketQueue> queues = new LinkedHashMap<>();

	private final SequencedMap<WindowId, ServiceWindow> windows = new LinkedHashMap<>();

	private final Map<QueueId, Set<WindowId>> windowsByQueue = new LinkedHashMap<>();

	private final Map<QueueId, HallPlan.Queue> queuePlans = new LinkedHashMap<>();

	private final Map<WindowId, HallPlan.Window> windowPlans = new LinkedHashMap<>();

	final Day day = new Day();

	final Changes changes = new Changes();

	final Touched touched = new Touched();

	final Sources sources = new Sources();

	UsualDays usual = UsualDays.NONE;

	private @Nullable HallPlan plan;

	private int waiting;

	private int openWindows;

	private @Nullable Instant worksSince;

	@Nullable HallPlan planIfAny() {
		return this.plan;
	}

	HallPlan plan() {
		return found(this.plan, "plan", "of the hall");
	}

	HallPlan.Queue plan(QueueId id) {
		return found(this.queuePlans.get(id), "plan of queue", id);
	}

	HallPlan.Window plan(WindowId id) {
		return found(this.windowPlans.get(id), "plan of window", id);
	}

	boolean hasQueue(QueueId id) {
		return this.queues.containsKey(id);
	}

	boolean hasWindow(WindowId id) {
		return this.windows.containsKey(id);
	}

	@Nullable Visit visitIfAny(TicketId ticket) {
		return this.visits.get(ticket);
	}

	Visit visit(TicketId ticket) {
		return found(this.visits.get(ticket), "ticket", ticket);
	}

	TicketQueue queue(QueueId id) {
		return found(this.queues.get(id), "queue", id);
	}

	ServiceWindow window(WindowId id) {
		return found(this.windows.get(id), "window", id);
	}

	Collection<Visit> visits() {
		return this.visits.values();
	}

	SequencedMap<QueueId, TicketQueue> queues() {
		return this.queues;
	}

	SequencedMap<WindowId, ServiceWindow> windows() {
		return this.windows;
	}

	Set<WindowId> windowsFor(QueueId id) {
		return this.windowsByQueue.getOrDefault(id, Set.of());
	}

	int waiting() {
		return this.waiting;
	}

	LocalDate dateOf(Instant time) {
		return LocalDate.ofInstant(time, plan().timeZone());
	}

	/** Puts a ticket where its visit says, out of thin air. */
	void enter(Visit visit) {
		this.visits.put(visit.ticket(), visit);
		if (visit.stage() == Visit.Stage.WAITING) {
			queue(visit.queue()).join(new WaitingTicket(visit.ticket(), visit.since(), visit.priority()));
			this.waiting++;
			this.changes.ticket(visit.queue(), visit.ticket());
			this.touched.queue(visit.queue());
		}
	}

	void move(Visit before, Visit after, Instant time) {
		exit(before, after.window(), time);
		enter(after);
		count(time, 0, 0);
	}

	Visit leave(TicketId ticket, QueueFigures end, Instant time) {
		Visit visit = visit(ticket);
		exit(visit, null, time);
		figures(visit.queue(), end, time);
		return visit;
	}

	/** The ticket is now at a window; one that still was there has an unknown end. */
	void receive(Visit before, Visit after, WindowId window, Instant time) {
		TicketId other = window(window).ticket();
		if (other != null && !other.equals(after.ticket())) {
			leave(other, QueueFigures.UNRESOLVED, time);
		}
		if (before.stage() == Visit.Stage.WAITING) {
			this.day.waits.waited(after.waited(), plan(before.queue()).waitLimitSeconds());
		}
		move(before, after, time);
	}

	void served(Visit visit, Instant time) {
		if (visit.stage() == Visit.Stage.SERVING) {
			Duration service = Duration.between(visit.since(), time);
			// Two devices' clocks may differ a little
			service = service.isNegative() ? Duration.ZERO : service;
			queue(visit.queue()).observeService(service);
			this.day.waits.served(service);
		}
	}

	void figures(QueueId id, QueueFigures more, Instant time) {
		TicketQueue queue = queue(id);
		queue.figures(queue.figures().plus(more));
		this.day.total = this.day.total.plus(more);
		this.changes.queue(id);
		count(time, more.issued(), more.served());
	}

	void window(WindowId id, ServiceWindow window, Instant time) {
		ServiceWindow before = this.windows.put(id, window);
		this.changes.window(id);
		this.touched.window(id);
		if (before != null && !before.queues().equals(window.queues())) {
			before.queues().forEach((queue) -> {
				windowsOf(queue).remove(id);
				this.changes.queue(queue);
				man(queue, time);
			});
		}
		for (QueueId queue : window.queues()) {
			windowsOf(queue).add(id);
			this.changes.queue(queue);
			man(queue, time);
		}
		if ((before != null && before.open()) != window.open()) {
			this.openWindows += window.open() ? 1 : -1;
			this.touched.openWindows();
			if (this.openWindows == 0) {
				this.worksSince = null;
			}
			else if (this.worksSince == null) {
				this.worksSince = time;
			}
		}
	}

	/** The board says it again: nothing but that changes. */
	void recall(Visit visit, Instant time) {
		WindowId id = visit.window();
		if (id != null) {
			this.windows.put(id, window(id).recalling(visit.ticket(), visit.queue(), time));
			this.changes.window(id);
		}
	}

	/** Stops the windows of some zones, and lets those of all others go on. */
	void stop(Predicate<HallZoneId> zones, Instant time) {
		for (HallPlan.Window plan : plan().windows()) {
			ServiceWindow window = window(plan.id());
			boolean stops = zones.test(plan.zone());
			if (stops != (window.suspendedSince() != null)) {
				window(plan.id(), stops ? window.suspended(time) : window.goesOn(time), time);
			}
		}
	}

	/** Notes whether an open window serves the queue, and whether all are stopped. */
	private void man(QueueId id, Instant time) {
		TicketQueue queue = this.queues.get(id);
		if (queue == null) {
			return;
		}
		boolean manned = false;
		boolean stopped = !windowsFor(id).isEmpty();
		for (WindowId each : windowsFor(id)) {
			if (this.windows.get(each) instanceof ServiceWindow window) {
				manned |= window.working();
				stopped &= window.suspendedSince() != null;
			}
			if (manned) {
				break;
			}
		}
		suspend(id, queue, stopped && !manned, time);
		if (manned != (queue.unmannedSince() == null)) {
			queue.unmannedSince(manned ? null : time);
			this.touched.queue(id);
		}
	}

	private void suspend(QueueId id, TicketQueue queue, boolean stopped, Instant time) {
		Instant since = queue.suspendedSince();
		if (stopped == (since != null)) {
			return;
		}
		queue.suspendedSince(stopped ? time : null);
		this.changes.queue(id);
		this.touched.queue(id);
		if (since != null) {
			for (Visit visit : List.copyOf(this.visits.values())) {
				if (visit.stage() == Visit.Stage.WAITING && visit.queue().equals(id)) {
					Instant from = visit.since().isAfter(since) ? visit.since() : since;
					enter(visit.later(time.isAfter(from) ? Duration.between(from, time) : Duration.ZERO));
					this.waiting--;
				}
			}
		}
	}

	/** Since when a window is open; {@code null} while none is. */
	@Nullable Instant worksSince() {
		return this.worksSince;
	}

	void worksSince(@Nullable Instant since) {
		this.worksSince = since;
	}

	private Set<WindowId> windowsOf(QueueId queue) {
		return this.windowsByQueue.computeIfAbsent(queue, (unused) -> new LinkedHashSet<>());
	}

	/** Gives up the tickets of which nothing was heard for long. */
	void forgetBefore(Instant limit, Instant time) {
		for (Visit visit : List.copyOf(this.visits.values())) {
			if (visit.since().isBefore(limit)) {
				leave(visit.ticket(), QueueFigures.UNRESOLVED, time);
			}
		}
	}

	void beginDay(LocalDate date) {
		this.queues.values().forEach((queue) -> queue.figures(QueueFigures.NONE));
		this.windows.replaceAll((id, window) -> window.uncalled());
		this.day.begin(date);
		this.changes.everything();
	}

	/** Queues and windows come and go; what goes takes its tickets with it. */
	void follow(HallPlan plan, Instant time) {
		Map<WindowId, HallPlan.Window> before = new LinkedHashMap<>(this.windowPlans);
		this.queuePlans.clear();
		this.windowPlans.clear();
		plan.queues().forEach((queue) -> this.queuePlans.put(queue.id(), queue));
		plan.windows().forEach((window) -> this.windowPlans.put(window.id(), window));
		for (Visit visit : List.copyOf(this.visits.values())) {
			boolean queueStays = this.queuePlans.containsKey(visit.queue());
			if (!queueStays || (visit.window() != null && !this.windowPlans.containsKey(visit.window()))) {
				leave(visit.ticket(), QueueFigures.UNRESOLVED, time);
			}
		}
		this.plan = plan;
		this.queues.keySet().retainAll(this.queuePlans.keySet());
		this.windows.keySet().retainAll(this.windowPlans.keySet());
		this.queuePlans.keySet().forEach((id) -> this.queues.computeIfAbsent(id, (unused) -> unmanned(time)));
		this.windowsByQueue.clear();
		for (HallPlan.Window window : plan.windows()) {
			ServiceWindow present = this.windows.get(window.id());
			ServiceWindow next = (present != null) ? present : ServiceWindow.closed(time, window.queues());
			// A window opened for other queues keeps them unless the plan changed it
			boolean changed = !window.equals(before.get(window.id()));
			List<QueueId> serves = changed ? window.queues() : next.queues();
			Call call = next.lastCall();
			next = (call == null || hasQueue(call.queue())) ? next : next.uncalled();
			window(window.id(), next.serves(serves.stream().filter(this::hasQueue).toList()), time);
		}
		this.queues.keySet().forEach((id) -> man(id, time));
		this.openWindows = (int) this.windows.values().stream().filter(ServiceWindow::open).count();
		this.changes.everything();
		this.touched.everything();
	}

	private static TicketQueue unmanned(Instant time) {
		TicketQueue queue = new TicketQueue();
		queue.unmannedSince(time);
		return queue;
	}

	private void exit(Visit visit, @Nullable WindowId next, Instant time) {
		this.visits.remove(visit.ticket());
		if (visit.stage() == Visit.Stage.WAITING) {
			queue(visit.queue()).leave(visit.ticket());
			this.waiting--;
			this.changes.ticket(visit.queue(), visit.ticket());
			this.touched.queue(visit.queue());
		}
		if (visit.window() != null && !visit.window().equals(next)) {
			window(visit.window(), window(visit.window()).free(time), time);
		}
	}

	private void count(Instant time, int issued, int served) {
		if (dateOf(time).equals(this.day.date)) {
			LocalTime interval = Day.intervalOf(time, plan().timeZone());
			this.day.count(interval, issued, served, this.waiting);
			this.changes.interval(interval);
		}
	}

	/** What judging or the plan has made sure of: its absence is a bug. */
	private static <T> T found(@Nullable T value, String what, Object id) {
		if (value == null) {
			throw new IllegalStateException("No " + what + " " + id);
		}
		return value;
	}

}
