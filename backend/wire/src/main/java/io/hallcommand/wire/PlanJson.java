package io.hallcommand.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.hall.PlanCheck;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A hall's plan as people write it: with defaults, and with a reason for everything that
 * is wrong.
 */
public final class PlanJson {

	/** Where a plan does not say: the time of all of China. */
	private static final String DEFAULT_TIME_ZONE = "Asia/Shanghai";

	private static final int LONGEST_NAME = 80;

	private final List<WireProblem> problems = new ArrayList<>();

	private PlanJson() {
	}

	/**
	 * A plan that was read, or what is wrong with it.
	 *
	 * @param plan {@code null} exactly if there are problems
	 */
	public record Reading(@Nullable HallPlan plan, List<WireProblem> problems) {
	}

	/**
	 * Reads a plan and checks it.
	 * @param hall the hall it is for, if that is known; the plan may then leave out its
	 * {@code hall} and must not name another
	 */
	public static Reading read(JsonNode json, @Nullable HallId hall) {
		PlanJson reader = new PlanJson();
		HallPlan plan = reader.plan(json, hall);
		if (reader.problems.isEmpty()) {
			PlanCheck.problems(plan)
				.forEach((problem) -> reader.problems.add(new WireProblem(problem.field(), problem.reason())));
		}
		return new Reading(reader.problems.isEmpty() ? plan : null, List.copyOf(reader.problems));
	}

	public static JsonNode write(HallPlan plan) {
		return HallJson.mapper().valueToTree(plan);
	}

	private HallPlan plan(JsonNode json, @Nullable HallId hall) {
		Fields fields = new Fields(json, "");
		String named = fields.optionalText("hall", FactJson.MAX_ID);
		HallId id = hall;
		if (id == null) {
			id = new HallId((named != null) ? named : "");
		}
		if (named != null && !named.equals(id.value())) {
			fields.fail("hall", "is '" + named + "', but the plan is for " + id);
		}
		String parent = fields.optionalText("parent", FactJson.MAX_ID);
		HallPlan plan = new HallPlan(id, label(fields, "name"),
				fields.choice("level", HallLevel.class, HallLevel.COUNTY), (parent != null) ? new HallId(parent) : null,
				timeZone(fields), fields.choice("clock", HallClock.class, HallClock.LIVE), capacity(fields),
				list(fields, "zones", this::zone), list(fields, "queues", this::queue),
				list(fields, "windows", this::window), list(fields, "exits", this::exit),
				(fields.get("assembly") != null) ? label(fields, "assembly") : null);
		note(fields);
		return plan;
	}

	private HallPlan.Zone zone(Fields fields) {
		return new HallPlan.Zone(new HallZoneId(fields.text("id", FactJson.MAX_ID)), label(fields, "name"));
	}

	private HallPlan.Exit exit(Fields fields) {
		return new HallPlan.Exit(fields.text("id", FactJson.MAX_ID), label(fields, "name"), position(fields));
	}

	private HallPlan.Queue queue(Fields fields) {
		JsonNode none = fields.get("prefix");
		String prefix = (none != null && none.isString() && none.stringValue().isEmpty()) ? ""
				: fields.optionalText("prefix", 8);
		return new HallPlan.Queue(new QueueId(fields.text("id", FactJson.MAX_ID)), label(fields, "name"),
				(prefix != null) ? prefix : "",
				number(fields, "waitLimitSeconds", HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS),
				number(fields, "serviceLimitSeconds", HallPlan.Queue.DEFAULT_SERVICE_LIMIT_SECONDS));
	}

	private HallPlan.Window window(Fields fields) {
		String id = fields.text("id", FactJson.MAX_ID);
		List<String> queues = fields.optionalTexts("queues", 200, FactJson.MAX_ID);
		return new HallPlan.Window(new WindowId(id),
				(fields.get("name") != null) ? label(fields, "name") : new Label(id, id),
				new HallZoneId(fields.text("zone", FactJson.MAX_ID)),
				fields.choice("kind", WindowKind.class, WindowKind.COMPREHENSIVE),
				(queues != null) ? queues.stream().map(QueueId::new).toList() : List.of(), position(fields));
	}

	private HallPlan.@Nullable Position position(Fields fields) {
		JsonNode position = fields.get("position");
		if (position == null) {
			return null;
		}
		JsonNode x = position.get("x");
		JsonNode y = position.get("y");
		if (x == null || y == null || !x.isNumber() || !y.isNumber()) {
			fields.fail("position", "has no numbers x and y");
			return null;
		}
		return new HallPlan.Position(x.doubleValue(), y.doubleValue());
	}

	private static Label label(Fields fields, String field) {
		return fields.label(field, LONGEST_NAME);
	}

	private ZoneId timeZone(Fields fields) {
		String name = fields.optionalText("timeZone", 60);
		try {
			return ZoneId.of((name != null) ? name : DEFAULT_TIME_ZONE);
		}
		catch (DateTimeException ex) {
			fields.fail("timeZone", "is not a time zone such as Asia/Shanghai");
			return ZoneId.of(DEFAULT_TIME_ZONE);
		}
	}

	private @Nullable Integer capacity(Fields fields) {
		return (fields.get("capacity") != null) ? number(fields, "capacity", 1) : null;
	}

	private int number(Fields fields, String field, int otherwise) {
		JsonNode node = fields.get(field);
		if (node == null) {
			return otherwise;
		}
		if (!node.isIntegralNumber() || !node.canConvertToInt()) {
			fields.fail(field, "is not a whole number");
			return otherwise;
		}
		return node.intValue();
	}

	private <T> List<T> list(Fields fields, String field, Function<Fields, T> item) {
		JsonNode node = fields.get(field);
		List<T> items = new ArrayList<>();
		if (node == null) {
			return items;
		}
		if (!node.isArray()) {
			fields.fail(field, "is not an array");
			return items;
		}
		for (int i = 0; i < node.size(); i++) {
			Fields each = new Fields(node.get(i), field + "[" + i + "].");
			items.add(item.apply(each));
			note(each);
		}
		return items;
	}

	private void note(Fields fields) {
		WireProblem problem = fields.problem();
		if (problem != null) {
			this.problems.add(problem);
		}
	}

}
