package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyVerdict;
import io.hallcommand.core.emergency.PlannedDrill;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a hall's emergencies: by order, by a device's signal, because a
 * drill was planned; and which alerts they keep back.
 */
final class Incidents {

	private final Floor floor;

	private final Emergencies emergencies;

	private final Alarms alarms;

	private final Pen pen;

	Incidents(Floor floor, Emergencies emergencies, Alarms alarms, Pen pen) {
		this.floor = floor;
		this.emergencies = emergencies;
		this.alarms = alarms;
		this.pen = pen;
	}

	/** Does what somebody wants, if that is possible. */
	EmergencyVerdict order(EmergencyOrder order, String actor, EventKey key, Instant time, Instant now,
			List<JournalEntry> entries) {
		EmergencyVerdict verdict = this.emergencies.judge(order, actor, key, this.pen.next());
		write(verdict, key, time, now, entries);
		return verdict;
	}

	/** A device says that something is wrong. */
	void signalled(EventKey key, HallEvent.EmergencySignalled signalled, Instant time, Instant now,
			List<JournalEntry> entries) {
		HallZoneId zone = signalled.zone();
		List<HallZoneId> zones = (zone != null && this.emergencies.zone(zone) != null) ? List.of(zone) : List.of();
		EmergencyVerdict verdict = this.emergencies.judge(new EmergencyOrder.Declare(signalled.kind(), zones, null,
				signalled.detail(), key.source(), signalled.drill(), false, null), EventKey.HALL, key, this.pen.next());
		write(verdict, new EventKey(EventKey.HALL, "signal-" + this.pen.next()), time, now, entries);
	}

	/** Begins the drills that were planned up to a time. */
	void drills(Instant time, Instant now, List<JournalEntry> entries) {
		for (PlannedDrill drill = nextDrill(time); drill != null; drill = nextDrill(time)) {
			EventKey key = new EventKey(EventKey.HALL, "drill-" + drill.id());
			EmergencyVerdict verdict = this.emergencies.judge(new EmergencyOrder.Declare(drill.kind(), drill.zones(),
					null, drill.note(), null, true, true, drill.id()), EventKey.HALL, key, this.pen.next());
			write((verdict.refusal() == null) ? verdict : new EmergencyVerdict(
					List.of(new EmergencyEvent.DrillCancelled(drill.id(), EventKey.HALL)), null, null), key, time, now,
					entries);
		}
	}

	/** Alerts are kept back, or let go, as emergencies come and go. */
	void holds(Instant time, Instant now, List<JournalEntry> entries) {
		List<AlertEvent> events = this.emergencies.holds(this.alarms.book(), time);
		while (!events.isEmpty()) {
			for (AlertEvent event : events) {
				entries.add(this.pen.write(new EventKey(EventKey.HALL, "alert-" + this.pen.next()), time, now,
						new HallEvent.AlertMoved(event)));
			}
			events = this.emergencies.holds(this.alarms.book(), time);
		}
	}

	private @Nullable PlannedDrill nextDrill(Instant time) {
		PlannedDrill drill = this.emergencies.book().nextDrill();
		return (drill != null && !drill.at().isAfter(time) && this.floor.day.date != null) ? drill : null;
	}

	private void write(EmergencyVerdict verdict, EventKey key, Instant time, Instant now, List<JournalEntry> entries) {
		int number = 0;
		for (EmergencyEvent event : verdict.events()) {
			EventKey each = (number == 0) ? key : new EventKey(key.source(), key.id() + "/" + number);
			entries.add(this.pen.write(each, time, now, new HallEvent.EmergencyMoved(event)));
			number++;
		}
	}

}
