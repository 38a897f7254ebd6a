package io.hallcommand.core.hall;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;

/**
 * Plans for tests.
 */
public final class Plans {

	public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private Plans() {
	}

	/**
	 * Two queues, three windows: 1 for tax, 2 for tax and care, 3 for care.
	 */
	public static HallPlan small(HallClock clock) {
		return new HallPlan(new HallId("small"), new Label("小厅", "Small hall"), HallLevel.COUNTY, null, SHANGHAI, clock,
				null, List.of(new HallPlan.Zone(new HallZoneId("A"), new Label("A 区", "Zone A"))),
				List.of(queue("tax", 1800), queue("care", 600)),
				List.of(window("1", "tax"), window("2", "tax", "care"), window("3", "care")));
	}

	static HallPlan.Queue queue(String id, int limit) {
		return new HallPlan.Queue(new QueueId(id), new Label(id, id), id.substring(0, 1), limit);
	}

	static HallPlan.Window window(String id, String... queues) {
		return new HallPlan.Window(new WindowId(id), new Label(id, id), new HallZoneId("A"), WindowKind.COMPREHENSIVE,
				Arrays.stream(queues).map(QueueId::new).toList(), null);
	}

}
