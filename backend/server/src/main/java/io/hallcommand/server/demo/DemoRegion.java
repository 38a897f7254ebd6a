package io.hallcommand.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The city around the demo hall, from a short list: its halls' plans, and what kind of
 * day each has.
 */
final class DemoRegion {

	static final HallId CITY = new HallId("anlan");

	private static final HallId PROVINCE = new HallId("demo-province");

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final HallZoneId FLOOR = new HallZoneId("A");

	/** In the smaller halls people are not used to waiting. */
	private static final int SHORT_WAIT = 1_200;

	private static final Map<String, HallPlan.Queue> QUEUES = Map.ofEntries(
			queue("general", "综合受理", "General affairs", "Z"), queue("social", "社保医保", "Social security", "S"),
			queue("household", "公安户政", "Household registration", "H"), queue("tax", "税务", "Tax", "T"),
			queue("estate", "不动产", "Real estate", "R"), queue("market", "市场监管", "Market regulation", "M"),
			queue("welfare", "民政救助", "Welfare", "W"), queue("farming", "农业农村", "Farming", "N"),
			queue("fishery", "渔业渔政", "Fishery", "F"));

	private DemoRegion() {
	}

	/**
	 * A hall of the city.
	 */
	record Member(HallPlan plan, Day day) {
	}

	/** What kind of day a hall has. */
	enum Day {

		USUAL, CALM, RUSH,
		/** Its devices report at the start and then no more, as if its line were cut. */
		SILENT,
		/** It is closed. */
		NONE

	}

	/** Parents before their children. */
	static List<Member> members() {
		List<Member> members = new ArrayList<>();
		Map<HallLevel, HallId> last = new EnumMap<>(HallLevel.class);
		last.put(HallLevel.PROVINCE, PROVINCE);
		for (String line : lines()) {
			String[] fields = line.split(",");
			HallLevel level = HallLevel.valueOf(fields[0]);
			HallId hall = new HallId(fields[1]);
			last.keySet().removeIf((each) -> each.compareTo(level) >= 0);
			HallId parent = last.entrySet().stream().max(Map.Entry.comparingByKey()).orElseThrow().getValue();
			last.put(level, hall);
			members.add(new Member(plan(hall, level, parent, fields), Day.valueOf(fields[6].toUpperCase(Locale.ROOT))));
		}
		return members;
	}

	/** The same hall as a part of the city. */
	static HallPlan inCity(HallPlan plan) {
		return new HallPlan(plan.hall(), plan.name(), plan.level(), CITY, plan.timeZone(), plan.clock(),
				plan.capacity(), plan.zones(), plan.queues(), plan.windows(), plan.exits(), plan.assembly());
	}

	private static HallPlan plan(HallId hall, HallLevel level, @Nullable HallId parent, String[] fields) {
		List<HallPlan.Queue> queues = Stream.of(fields[5].split(" "))
			.filter((id) -> !id.isEmpty())
			.map((id) -> queue(id, level))
			.toList();
		List<HallPlan.Window> windows = IntStream.range(0, Integer.parseInt(fields[4]))
			.mapToObj((i) -> window(i, level, queues))
			.toList();
		return new HallPlan(hall, new Label(fields[2], fields[3]), level, parent, ZONE, HallClock.LIVE, null,
				windows.isEmpty() ? List.of() : List.of(new HallPlan.Zone(FLOOR, new Label("大厅", "Hall"))), queues,
				windows);
	}

	/** In turn; in a small hall every window serves everything. */
	private static HallPlan.Window window(int number, HallLevel level, List<HallPlan.Queue> queues) {
		String id = "%02d".formatted(number + 1);
		List<QueueId> all = queues.stream().map(HallPlan.Queue::id).toList();
		boolean special = level == HallLevel.COUNTY;
		return new HallPlan.Window(new WindowId(id), new Label(id, id), FLOOR,
				special ? WindowKind.SPECIALIST : WindowKind.COMPREHENSIVE,
				special ? List.of(all.get(number % all.size())) : all, null);
	}

	private static HallPlan.Queue queue(String id, HallLevel level) {
		HallPlan.Queue queue = QUEUES.get(id);
		if (queue == null) {
			throw new IllegalStateException("No queue " + id);
		}
		return (level == HallLevel.COUNTY) ? queue
				: new HallPlan.Queue(queue.id(), queue.name(), queue.prefix(), SHORT_WAIT);
	}

	private static Map.Entry<String, HallPlan.Queue> queue(String id, String zh, String en, String prefix) {
		return Map.entry(id, new HallPlan.Queue(new QueueId(id), new Label(zh, en), prefix,
				HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS));
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("demo/region.csv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
