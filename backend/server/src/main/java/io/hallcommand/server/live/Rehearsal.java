package io.hallcommand.server.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Unrecorded;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one hall and is not recorded yet, played on a copy of what is. On the
 * lane's thread.
 */
final class Rehearsal {

	private final SequencedMap<EventKey, Urgent> urgent = new LinkedHashMap<>();

	boolean isEmpty() {
		return this.urgent.isEmpty();
	}

	void add(Urgent said) {
		this.urgent.put(said.key(), said);
	}

	/** Whether it was waited for. */
	boolean remove(Urgent said) {
		return this.urgent.remove(said.key()) != null;
	}

	/** What comes of one of those that were added, after all that were said before it. */
	EmergencyAnswer answer(Hall committed, Urgent said, Instant now) {
		EmergencyAnswer answer = play(Hall.restore(committed.snapshot()), said, now);
		return Objects.requireNonNullElseGet(answer, () -> EmergencyAnswer.nothing(committed.version()));
	}

	/** How emergencies will be that differ from what is recorded. */
	Unrecorded picture(Hall committed, Instant now) {
		HallPlan plan = Objects.requireNonNull(committed.plan());
		if (isEmpty()) {
			return new Unrecorded(now, plan.timeZone(), List.of());
		}
		Hall copy = Hall.restore(committed.snapshot());
		play(copy, null, now);
		List<Emergency> different = copy.emergencies()
			.stream()
			.filter((emergency) -> !emergency.equals(committed.emergency(emergency.id())))
			.toList();
		return new Unrecorded(now, plan.timeZone(), different);
	}

	/** Plays in order what was said, up to one of them or all. */
	private @Nullable EmergencyAnswer play(Hall copy, @Nullable Urgent last, Instant now) {
		for (Urgent each : this.urgent.values()) {
			EmergencyAnswer answer = switch (each) {
				case Urgent.Ordered ordered ->
					copy.emergency(ordered.order(), ordered.actor(), each.key(), ordered.said(), now);
				case Urgent.Signalled signalled -> {
					copy.report(signalled.report(), now);
					yield EmergencyAnswer.nothing(copy.version());
				}
			};
			if (last != null && each.key().equals(last.key())) {
				return answer;
			}
		}
		return null;
	}

}
