package io.hallcommand.sim.crowd;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;

/**
 * The demonstration hall: 8 queues, 28 windows, 4 zones.
 */
public final class TestPlan {

	private static final List<String> QUEUES = List.of("tax T 4", "health Y 3", "household H 4", "social S 3",
			"estate R 4", "fund G 3", "market M 3", "general Z 4");

	private TestPlan() {
	}

	public static HallPlan of(HallId hall, HallClock clock) {
		List<HallPlan.Queue> queues = new ArrayList<>();
		List<HallPlan.Window> windows = new ArrayList<>();
		for (String text : QUEUES) {
			String[] part = text.split(" ");
			QueueId queue = new QueueId(part[0]);
			queues.add(new HallPlan.Queue(queue, new Label(part[0], part[0]), part[1], 1800));
			for (int i = 0; i < Integer.parseInt(part[2]); i++) {
				String id = "%02d".formatted(windows.size() + 1);
				windows.add(new HallPlan.Window(new WindowId(id), new Label(id, id),
						new HallZoneId("" + (char) ('A' + windows.size() / 7)), WindowKind.SPECIALIST, List.of(queue),
						null));
			}
		}
		List<HallPlan.Zone> zones = List.of("A", "B", "C", "D")
			.stream()
			.map((zone) -> new HallPlan.Zone(new HallZoneId(zone), new Label(zone, zone)))
			.toList();
		return new HallPlan(hall, new Label("市民中心", "Civic Service Centre"), HallLevel.CITY, null,
				ZoneId.of("Asia/Shanghai"), clock, null, zones, queues, windows);
	}

}
