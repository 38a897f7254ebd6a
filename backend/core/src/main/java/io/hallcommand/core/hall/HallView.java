package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.SequencedMap;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.ServiceWindow;
import io.hallcommand.core.window.WindowId;

/**
 * Everything that a screen shows of a hall, in the plan's order.
 */
public record HallView(HallPlan plan, long version, Instant at, SequencedMap<QueueId, QueueView> queues,
		SequencedMap<WindowId, ServiceWindow> windows, TodayView today) implements HallFrame {

}
