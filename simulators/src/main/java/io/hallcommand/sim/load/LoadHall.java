package io.hallcommand.sim.load;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;

/**
 * A hall made for load: 8 queues and 28 windows, as the demonstration hall has.
 */
public final class LoadHall {

	public static final int WINDOWS = 28;

	private static final int QUEUES = 8;

	private LoadHall() {
	}

	public static HallId id(int number) {
		return new HallId("load-%03d".formatted(number));
	}

	static QueueId queue(int window) {
		return new QueueId("q" + (window % QUEUES + 1));
	}

	public static WindowId window(int number) {
		return new WindowId("%02d".formatted(number + 1));
	}

	/**
	 * What happens at a window, ticket after ticket: issued, called, started, completed.
	 * @param run tells the tickets of one run from those of another
	 * @param window from 0
	 * @param step from 0
	 */
	public static HallEvent.Fact fact(String run, int window, long step) {
		WindowId id = window(window);
		TicketId ticket = new TicketId(run + "-" + id + "-" + step / 4);
		return switch ((int) (step % 4)) {
			case 0 -> new HallEvent.TicketIssued(ticket, queue(window), Channel.KIOSK, Priority.NORMAL);
			case 1 -> new HallEvent.TicketCalled(ticket, id);
			case 2 -> new HallEvent.TicketStarted(ticket, id);
			default -> new HallEvent.TicketCompleted(ticket, null);
		};
	}

	public static HallPlan plan(HallId hall) {
		HallZoneId zone = new HallZoneId("A");
		List<HallPlan.Queue> queues = new ArrayList<>();
		for (int i = 0; i < QUEUES; i++) {
			String id = queue(i).value();
			queues.add(new HallPlan.Queue(queue(i), new Label(id, id), "Q" + (i + 1) + "-", 1800));
		}
		List<HallPlan.Window> windows = new ArrayList<>();
		for (int i = 0; i < WINDOWS; i++) {
			WindowId id = window(i);
			windows.add(new HallPlan.Window(id, new Label(id.value(), id.value()), zone, WindowKind.SPECIALIST,
					List.of(queue(i)), null));
		}
		return new HallPlan(hall, new Label("压力测试 " + hall, "Load " + hall), HallLevel.COUNTY, null,
				ZoneId.of("Asia/Shanghai"), HallClock.LIVE, null, List.of(new HallPlan.Zone(zone, new Label("A", "A"))),
				queues, windows);
	}

}
