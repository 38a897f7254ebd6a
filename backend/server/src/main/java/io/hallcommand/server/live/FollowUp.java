package io.hallcommand.server.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Care;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a hall's committed state has changed, whoever committed it: frames
 * for its screens, what it looks like from afar, its next deadline, its plan for the
 * directory, now and then a snapshot beside the journal. On the lane's thread.
 */
final class FollowUp {

	private static final Logger log = LoggerFactory.getLogger(FollowUp.class);

	/** A deadline this near is waited for at once. */
	private static final Duration NEAR = Duration.ofMinutes(1);

	private final LaneLoop loop;

	private final Journal journal;

	private final Listeners listeners;

	private final InstantSource clock;

	private final LiveSettings settings;

	/** Told of a hall that has something to decide. */
	private final Consumer<LiveHall> due;

	private final Glances glances;

	private final Map<HallId, HallSnapshot> toKeep = new LinkedHashMap<>();

	private boolean keeping;

	FollowUp(LaneLoop loop, Journal journal, Listeners listeners, InstantSource clock, LiveSettings settings,
			Consumer<LiveHall> due) {
		this.loop = loop;
		this.journal = journal;
		this.listeners = listeners;
		this.clock = clock;
		this.settings = settings;
		this.due = due;
		this.glances = new Glances(loop, listeners.glances());
	}

	/** The hall's committed state has changed by these entries. */
	void moved(LiveHall hall, List<JournalEntry> entries) {
		boolean urgent = urgent(entries);
		draw(hall, urgent ? 0 : this.settings.cadence().toNanos());
		this.glances.changed(hall, urgent);
		if (urgent) {
			tell(hall, entries);
			tellEmergencies(hall, entries);
			hall.showUnrecorded(this.clock.instant());
		}
		arm(hall);
		LiveHall.planIn(entries).ifPresent((plan) -> this.listeners.plans().planned(plan, hall.version()));
		if (hall.needsKeeping(this.settings.snapshotEvery())) {
			this.toKeep.put(hall.id(), hall.keep());
		}
	}

	/** The hall has come to life: whoever missed what runs there hears of it. */
	void alive(LiveHall hall) {
		arm(hall);
		this.glances.changed(hall, false);
		hall.emergencies().forEach((emergency) -> this.listeners.emergencies().moved(hall.id(), emergency));
	}

	/** Alerts and emergencies never wait for what else happens. */
	private static boolean urgent(List<JournalEntry> entries) {
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.AlertMoved || entry.event() instanceof HallEvent.EmergencyMoved) {
				return true;
			}
		}
		return false;
	}

	private void tellEmergencies(LiveHall hall, List<JournalEntry> entries) {
		Set<EmergencyId> told = new HashSet<>();
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.EmergencyMoved moved
					&& moved.event() instanceof EmergencyEvent.OfOne one
					&& hall.emergency(one.emergency()) instanceof Emergency emergency && told.add(emergency.id())) {
				this.listeners.emergencies().moved(hall.id(), emergency);
			}
		}
	}

	/** Tells of what the hall above was asked to help with. */
	private void tell(LiveHall hall, List<JournalEntry> entries) {
		Set<AlertId> told = new HashSet<>();
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.AlertMoved moved && moved.event() instanceof AlertEvent.OfOne one
					&& hall.alert(one.alert()) instanceof Alert alert
					&& alert.care().escalated() instanceof Care.Escalation escalated && escalated.to() == Duty.UPPER
					&& told.add(alert.id())) {
				this.listeners.alerts().moved(hall.id(), alert);
			}
		}
	}

	private void draw(LiveHall hall, long cadence) {
		long wait = hall.draw(System.nanoTime(), cadence);
		if (wait > 0) {
			this.loop.later(() -> {
				hall.drawNow();
				draw(hall, cadence);
			}, wait, TimeUnit.NANOSECONDS);
		}
	}

	/** Arranges the hall's next deadline. */
	void arm(LiveHall hall) {
		hall.newDeadline().ifPresent((deadline) -> {
			Duration sleep = Duration.between(this.clock.instant(), deadline);
			// While the halls' clock makes up for a difference it may run a little faster
			sleep = (sleep.compareTo(NEAR) > 0) ? sleep.multipliedBy(9).dividedBy(10) : sleep;
			hall.alarm(
					this.loop.later(() -> wake(hall, deadline), Math.max(1, sleep.toMillis()), TimeUnit.MILLISECONDS));
		});
	}

	private void wake(LiveHall hall, Instant deadline) {
		hall.woken();
		if (this.clock.instant().isBefore(deadline)) {
			arm(hall);
			return;
		}
		hall.inbox().add(new Command.Wake());
		this.due.accept(hall);
		// Should the commit fail, the deadline comes again
		this.loop.later(() -> arm(hall), 1, TimeUnit.SECONDS);
	}

	/** Keeps snapshots beside the journal: never more than one call under way. */
	void keep() {
		if (this.keeping || this.toKeep.isEmpty()) {
			return;
		}
		this.keeping = true;
		List<HallSnapshot> snapshots = List.copyOf(this.toKeep.values());
		this.toKeep.clear();
		this.journal.keep(snapshots)
			.doFinally((signal) -> this.loop.run(() -> this.keeping = false))
			.subscribe((unused) -> {
			}, (ex) -> log.debug("Snapshots were not kept; a later one will be", ex));
	}

}
