package io.hallcommand.core.hall;

import java.time.ZoneId;
import java.util.List;

import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import org.jspecify.annotations.Nullable;

/**
 * What a hall consists of. The order of zones, queues and windows is that of the screens.
 *
 * @param parent the hall above it in the tree
 */
public record HallPlan(HallId hall, Label name, HallLevel level, @Nullable HallId parent, ZoneId timeZone,
		HallClock clock, List<Zone> zones, List<Queue> queues, List<Window> windows) {

	public HallPlan {
		zones = List.copyOf(zones);
		queues = List.copyOf(queues);
		windows = List.copyOf(windows);
	}

	/**
	 * A part of the hall's floor.
	 */
	public record Zone(HallZoneId id, Label name) {
	}

	/**
	 * A queue.
	 *
	 * @param prefix the letter its tickets begin with
	 * @param waitLimitSeconds how long a visitor should wait at most
	 */
	public record Queue(QueueId id, Label name, String prefix, int waitLimitSeconds) {

		/** 30 minutes; no standard gives a limit. Team default. */
		public static final int DEFAULT_WAIT_LIMIT_SECONDS = 1800;

	}

	/**
	 * A service window.
	 *
	 * @param queues the queues it serves unless it is opened for others
	 */
	public record Window(WindowId id, Label name, HallZoneId zone, WindowKind kind, List<QueueId> queues,
			@Nullable Position position) {

		public Window {
			queues = List.copyOf(queues);
		}

	}

	/**
	 * Where something stands on the floor, in any unit the hall likes.
	 */
	public record Position(double x, double y) {
	}

}
