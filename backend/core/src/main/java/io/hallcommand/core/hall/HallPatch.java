package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * What changed since an earlier version. All values are absolute: applying a patch to any
 * state between {@code after} and {@code version} gives the state at {@code version}.
 *
 * @param after the version from which it leads on
 * @param queues those that changed, with the tickets that changed
 * @param windows those that changed
 * @param today the figures, with the intervals that changed
 * @param alerts those that changed, with {@code null} for one that is gone
 * @param holds likewise
 * @param emergencies likewise
 */
public record HallPatch(HallPlan plan, long after, long version, Instant at, SequencedMap<QueueId, QueueView> queues,
		SequencedMap<WindowId, ServiceWindow> windows, TodayView today, SequencedMap<AlertId, @Nullable Alert> alerts,
		SequencedMap<String, @Nullable Hold> holds,
		SequencedMap<EmergencyId, @Nullable Emergency> emergencies) implements HallFrame {

	@Override
	public HallPatch forVisitors() {
		return new HallPatch(this.plan, this.after, this.version, this.at, this.queues, Visitors.windows(this.windows),
				this.today, new LinkedHashMap<>(), new LinkedHashMap<>(), Visitors.emergencies(this.emergencies));
	}

}
