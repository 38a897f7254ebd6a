package io.hallcommand.core.hall;

import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;

/**
 * What of a hall changed since its last frame. Costs what changed, not what the hall
 * holds.
 */
final class Changes {

	/** From here on a whole view is no larger than the patch would be. */
	private static final int MANY_TICKETS = 5_000;

	private final Map<QueueId, Set<TicketId>> queues = new LinkedHashMap<>();

	private final Set<WindowId> windows = new LinkedHashSet<>();

	private final Set<LocalTime> intervals = new TreeSet<>();

	private final Set<AlertId> alerts = new LinkedHashSet<>();

	private final Set<String> holds = new LinkedHashSet<>();

	private final Set<EmergencyId> emergencies = new LinkedHashSet<>();

	private int tickets;

	private boolean everything;

	private long after;

	void queue(QueueId queue) {
		this.queues.computeIfAbsent(queue, (id) -> new LinkedHashSet<>());
	}

	void ticket(QueueId queue, TicketId ticket) {
		if (this.queues.computeIfAbsent(queue, (id) -> new LinkedHashSet<>()).add(ticket)
				&& ++this.tickets > MANY_TICKETS) {
			everything();
		}
	}

	void window(WindowId window) {
		this.windows.add(window);
	}

	void interval(LocalTime interval) {
		this.intervals.add(interval);
	}

	void alerts(Collection<AlertId> alerts) {
		this.alerts.addAll(alerts);
	}

	Set<AlertId> alerts() {
		return Collections.unmodifiableSet(this.alerts);
	}

	void hold(String hold) {
		this.holds.add(hold);
	}

	Set<String> holds() {
		return Collections.unmodifiableSet(this.holds);
	}

	void emergency(EmergencyId emergency) {
		this.emergencies.add(emergency);
	}

	Set<EmergencyId> emergencies() {
		return Collections.unmodifiableSet(this.emergencies);
	}

	void everything() {
		this.everything = true;
		this.queues.clear();
		this.tickets = 0;
	}

	boolean isEverything() {
		return this.everything;
	}

	long after() {
		return this.after;
	}

	Map<QueueId, Set<TicketId>> queues() {
		return Collections.unmodifiableMap(this.queues);
	}

	Set<WindowId> windows() {
		return Collections.unmodifiableSet(this.windows);
	}

	Set<LocalTime> intervals() {
		return Collections.unmodifiableSet(this.intervals);
	}

	void reset(long version) {
		this.queues.clear();
		this.windows.clear();
		this.intervals.clear();
		this.alerts.clear();
		this.holds.clear();
		this.emergencies.clear();
		this.tickets = 0;
		this.everything = false;
		this.after = version;
	}

}
