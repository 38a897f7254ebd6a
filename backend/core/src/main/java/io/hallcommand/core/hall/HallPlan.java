package io.hallcommand.core.hall;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import org.jspecify.annotations.Nullable;

/**
 * What a hall consists of. The order of zones, queues and windows is that of the screens.
 *
 * @param parent the hall above it in the tree
 * @param capacity how many people the hall is made for; {@code null} if nobody said
 * @param exits ways out
 * @param assembly where people gather who left it
 */
public record HallPlan(HallId hall, Label name, HallLevel level, @Nullable HallId parent, ZoneId timeZone,
		HallClock clock, @Nullable Integer capacity, List<Zone> zones, List<Queue> queues, List<Window> windows,
		List<Exit> exits, @Nullable Label assembly) {

	public HallPlan {
		zones = List.copyOf(zones);
		queues = List.copyOf(queues);
		windows = List.copyOf(windows);
		// A plan of an older journal has none
		exits = List.copyOf(Objects.requireNonNullElse(exits, List.of()));
	}

	public HallPlan(HallId hall, Label name, HallLevel level, @Nullable HallId parent, ZoneId timeZone, HallClock clock,
			@Nullable Integer capacity, List<Zone> zones, List<Queue> queues, List<Window> windows) {
		this(hall, name, level, parent, timeZone, clock, capacity, zones, queues, windows, List.of(), null);
	}

	/**
	 * The same plan, for another hall that replays what happened in this one.
	 */
	public HallPlan replayedBy(HallId other) {
		return new HallPlan(other, this.name, this.level, null, this.timeZone, HallClock.REPLAY, this.capacity,
				this.zones, this.queues, this.windows, this.exits, this.assembly);
	}

	/**
	 * A part of the hall's floor.
	 */
	public record Zone(HallZoneId id, Label name) {
	}

	/**
	 * A way out.
	 */
	public record Exit(String id, Label name, @Nullable Position position) {
	}

	/**
	 * A queue.
	 *
	 * @param prefix the letter its tickets begin with
	 * @param waitLimitSeconds how long a visitor should wait at most
	 * @param serviceLimitSeconds how long a visitor should be at a window at most
	 */
	public record Queue(QueueId id, Label name, String prefix, int waitLimitSeconds, int serviceLimitSeconds) {

		/** 30 minutes; no standard gives a limit. Team default. */
		public static final int DEFAULT_WAIT_LIMIT_SECONDS = 1800;

		/** 30 minutes; no standard gives a limit. Team default. */
		public static final int DEFAULT_SERVICE_LIMIT_SECONDS = 1800;

		public Queue(QueueId id, Label name, String prefix, int waitLimitSeconds) {
			this(id, name, prefix, waitLimitSeconds, DEFAULT_SERVICE_LIMIT_SECONDS);
		}

		public Queue {
			// A plan of an older journal does not have it
			serviceLimitSeconds = (serviceLimitSeconds == 0) ? DEFAULT_SERVICE_LIMIT_SECONDS : serviceLimitSeconds;
		}

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
