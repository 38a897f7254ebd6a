package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.PlannedDrill;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a screen shows of a hall, in the plan's order.
 *
 * @param alerts open ones and the last few that were closed, the oldest first
 * @param shifts the roster
 * @param emergencies those that are not worked off, and the last few that are
 * @param drills planned ones
 * @param below emergencies of halls below
 * @param hours when the hall is open
 */
public record HallView(HallPlan plan, long version, Instant at, SequencedMap<QueueId, QueueView> queues,
		SequencedMap<WindowId, ServiceWindow> windows, TodayView today, SequencedMap<AlertId, @Nullable Alert> alerts,
		List<Hold> holds, List<Shift> shifts, SequencedMap<EmergencyId, @Nullable Emergency> emergencies,
		List<PlannedDrill> drills, List<Below> below, OpeningHours hours) implements HallFrame {

	@Override
	public HallView forVisitors() {
		return new HallView(this.plan, this.version, this.at, this.queues, Visitors.windows(this.windows), this.today,
				new LinkedHashMap<>(), List.of(), List.of(), Visitors.emergencies(this.emergencies), List.of(),
				List.of(), this.hours);
	}

}
