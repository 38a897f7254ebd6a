package io.hallcommand.core.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;

/**
 * What a hall does by itself when its time has come: days end, drills begin, alerts are
 * raised and fall.
 */
final class Chores {

	/** A bug must not keep a writer busy for ever. */
	private static final int MOST_FOR_NOTHING = 10_000;

	private final Floor floor;

	private final HallTime time;

	private final Alarms alarms;

	private final Incidents incidents;

	private final Pen pen;

	Chores(Floor floor, HallTime time, Alarms alarms, Incidents incidents, Pen pen) {
		this.floor = floor;
		this.time = time;
		this.alarms = alarms;
		this.incidents = incidents;
		this.pen = pen;
	}

	/** What was due up to a time, each thing in its turn. */
	void due(Instant time, Instant now, List<JournalEntry> entries) {
		day(time, now, entries);
		this.incidents.drills(time, now, entries);
		alarms(time, now, entries);
	}

	/** Ends the day that is over at a time. */
	void day(Instant time, Instant now, List<JournalEntry> entries) {
		LocalDate today = this.floor.day.date;
		if (today == null) {
			return;
		}
		LocalDate date = this.floor.dateOf(time);
		if (date.isAfter(today)) {
			Instant midnight = this.time.midnightBefore(date);
			if (this.time.isReplayed()) {
				alarms(midnight, now, entries);
			}
			entries.add(this.pen.write(new EventKey(EventKey.HALL, "day-" + today), midnight, now,
					new HallEvent.DayEnded(today)));
		}
	}

	/** What alerts were due up to a time. */
	void alarms(Instant time, Instant now, List<JournalEntry> entries) {
		if (this.floor.day.date == null) {
			return;
		}
		boolean replay = this.time.isReplayed();
		this.incidents.holds(time, now, entries);
		int nothing = 0;
		for (Instant due = this.alarms.next(); due != null && !due.isAfter(time); due = this.alarms.next()) {
			// A live hall may be late: people hear of it now
			Instant when = (replay && due.isAfter(this.pen.at())) ? due : replay ? this.pen.at() : now;
			List<AlertEvent> events = this.alarms.due(new AlertId(this.pen.next()), replay ? when : time);
			if (events.isEmpty() && ++nothing > MOST_FOR_NOTHING) {
				throw new IllegalStateException(
						"Something is due in " + this.floor.plan().hall() + " that never happens");
			}
			for (AlertEvent event : events) {
				entries.add(this.pen.write(new EventKey(EventKey.HALL, "alert-" + this.pen.next()), when, now,
						new HallEvent.AlertMoved(event)));
			}
		}
	}

}
