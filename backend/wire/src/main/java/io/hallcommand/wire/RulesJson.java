package io.hallcommand.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.AlertRule;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.alert.RulesCheck;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules as people write them: an object by their ids, so that a merge patch (RFC 7396)
 * can change, add or remove one.
 */
public final class RulesJson {

	private static final int MAX_ITEMS = 200;

	private final List<WireProblem> problems = new ArrayList<>();

	private RulesJson() {
	}

	/**
	 * Rules that were read, or what is wrong with them.
	 *
	 * @param rules {@code null} exactly if there are problems
	 */
	public record Reading(@Nullable AlertPolicy rules, List<WireProblem> problems) {
	}

	public static Reading read(JsonNode json) {
		RulesJson reader = new RulesJson();
		AlertPolicy rules = reader.policy(json);
		if (reader.problems.isEmpty()) {
			RulesCheck.problems(rules)
				.forEach((problem) -> reader.problems.add(new WireProblem(problem.field(), problem.reason())));
		}
		return new Reading(reader.problems.isEmpty() ? rules : null, List.copyOf(reader.problems));
	}

	public static ObjectNode write(AlertPolicy rules) {
		ObjectNode json = HallJson.mapper().createObjectNode();
		json.set("openingHours", hours(rules.openingHours()));
		ObjectNode byId = json.putObject("rules");
		rules.rules().forEach((rule) -> byId.set(rule.id(), write(rule)));
		return json;
	}

	private static ObjectNode write(AlertRule rule) {
		ObjectNode json = HallJson.mapper().createObjectNode();
		json.put("kind", rule.kind().name());
		json.put("enabled", rule.enabled());
		ObjectNode scope = json.putObject("scope");
		texts(scope, "zones", rule.scope().zones());
		texts(scope, "queues", rule.scope().queues());
		texts(scope, "windows", rule.scope().windows());
		texts(scope, "sources", rule.scope().sources());
		json.put("unit", rule.unit().name());
		ArrayNode levels = json.putArray("levels");
		rule.levels().forEach((level) -> {
			ObjectNode each = levels.addObject();
			each.put("threshold", level.threshold());
			if (level.clearBelow() < level.threshold()) {
				each.put("clearBelow", level.clearBelow());
			}
			each.put("severity", level.severity().name());
			if (level.title() != null) {
				each.set("title", HallJson.mapper().valueToTree(level.title()));
			}
		});
		json.put("onDelaySeconds", rule.onDelaySeconds());
		json.put("offDelaySeconds", rule.offDelaySeconds());
		if (rule.hours() != null) {
			json.set("hours", hours(rule.hours()));
		}
		ArrayNode steps = json.putArray("escalation");
		rule.escalation()
			.forEach((step) -> steps.addObject()
				.put("afterSeconds", step.afterSeconds())
				.put("to", step.to().name())
				.put("from", step.from().name()));
		json.put("remindAfterSeconds", rule.remindAfterSeconds());
		json.set("title", HallJson.mapper().valueToTree(rule.title()));
		json.set("guidance", HallJson.mapper().valueToTree(rule.guidance()));
		json.put("basis", rule.basis());
		return json;
	}

	private static ArrayNode hours(OpeningHours hours) {
		ArrayNode spans = HallJson.mapper().createArrayNode();
		hours.spans().forEach((span) -> {
			ObjectNode each = spans.addObject();
			texts(each, "days", span.days());
			each.put("from", span.from().toString());
			each.put("until", span.until().equals(LocalTime.MIDNIGHT) ? "24:00" : span.until().toString());
		});
		return spans;
	}

	private AlertPolicy policy(JsonNode json) {
		Fields fields = new Fields(json, "");
		OpeningHours hours = hours(fields, "openingHours");
		List<AlertRule> rules = new ArrayList<>();
		JsonNode byId = fields.get("rules");
		if (byId != null && !byId.isObject()) {
			fields.fail("rules", "is not an object of rules by their ids");
		}
		note(fields);
		if (byId != null && byId.isObject()) {
			byId.properties().forEach((entry) -> {
				Fields each = new Fields(entry.getValue(), "rules." + entry.getKey() + ".");
				rules.add(rule(entry.getKey(), each));
				note(each);
			});
		}
		return new AlertPolicy((hours != null) ? hours : OpeningHours.ALWAYS, rules);
	}

	private AlertRule rule(String id, Fields fields) {
		JsonNode enabled = fields.get("enabled");
		if (enabled != null && !enabled.isBoolean()) {
			fields.fail("enabled", "is neither true nor false");
		}
		if (fields.get("kind") == null) {
			fields.fail("kind", "is missing: there is no rule '" + id + "' to change");
		}
		AlertKind kind = fields.choice("kind", AlertKind.class, AlertKind.WAIT_OVERTIME);
		Label title = label(fields, "title");
		return new AlertRule(id, kind, enabled == null || enabled.asBoolean(), scope(fields),
				fields.choice("unit", Unit.class, Unit.SECONDS), items(fields, "levels", this::level),
				fields.number("onDelaySeconds", 0, 86_400, 0), fields.number("offDelaySeconds", 0, 86_400, 0),
				hours(fields, "hours"), items(fields, "escalation", this::step),
				fields.number("remindAfterSeconds", 0, 86_400, 0), title,
				(fields.get("guidance") != null) ? label(fields, "guidance") : title, fields.text("basis", 500));
	}

	private AlertRule.Level level(Fields fields) {
		double threshold = decimal(fields, "threshold", null);
		return new AlertRule.Level(threshold, decimal(fields, "clearBelow", threshold),
				fields.choice("severity", Severity.class, Severity.MINOR),
				(fields.get("title") != null) ? label(fields, "title") : null);
	}

	private AlertRule.Step step(Fields fields) {
		return new AlertRule.Step(fields.number("afterSeconds", 1, 86_400, null),
				fields.choice("to", Duty.class, Duty.MANAGER), fields.choice("from", Severity.class, Severity.MINOR));
	}

	private Scope scope(Fields fields) {
		JsonNode node = fields.get("scope");
		if (node == null) {
			return Scope.HALL;
		}
		Fields scope = new Fields(node, "");
		Scope read = new Scope(texts(scope, "zones").stream().map(HallZoneId::new).toList(),
				texts(scope, "queues").stream().map(QueueId::new).toList(),
				texts(scope, "windows").stream().map(WindowId::new).toList(), texts(scope, "sources"));
		pass(scope, fields, "scope");
		return read;
	}

	private @Nullable OpeningHours hours(Fields fields, String field) {
		if (fields.get(field) == null) {
			return null;
		}
		return new OpeningHours(items(fields, field, (span) -> {
			List<DayOfWeek> days = new ArrayList<>();
			for (String day : texts(span, "days")) {
				try {
					days.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
				}
				catch (IllegalArgumentException ex) {
					span.fail("days", "are not of " + Arrays.toString(DayOfWeek.values()));
				}
			}
			return new OpeningHours.Span(days, time(span, "from"), time(span, "until"));
		}));
	}

	private static LocalTime time(Fields fields, String field) {
		String text = fields.text(field, 8);
		try {
			return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
		}
		catch (DateTimeException ex) {
			fields.fail(field, "is not a time of day such as 09:00");
			return LocalTime.MIDNIGHT;
		}
	}

	private static Label label(Fields fields, String field) {
		JsonNode node = fields.get(field);
		if (node == null || !node.isObject()) {
			fields.fail(field, (node == null) ? "is missing" : "is not {zh, en}");
			return new Label("", "");
		}
		Fields names = new Fields(node, "");
		Label label = new Label(names.text("zh", 500), names.text("en", 500));
		pass(names, fields, field);
		return label;
	}

	private static double decimal(Fields fields, String field, @Nullable Double otherwise) {
		JsonNode node = fields.get(field);
		if (node == null && otherwise != null) {
			return otherwise;
		}
		if (node == null || !node.isNumber()) {
			fields.fail(field, (node == null) ? "is missing" : "is not a number");
			return 0;
		}
		return node.doubleValue();
	}

	private static List<String> texts(Fields fields, String field) {
		List<String> texts = fields.optionalTexts(field, MAX_ITEMS, FactJson.MAX_ID);
		return (texts != null) ? texts : List.of();
	}

	private static void texts(ObjectNode json, String field, List<?> values) {
		ArrayNode array = json.putArray(field);
		values.forEach((value) -> array.add(value.toString()));
	}

	private static <T> List<T> items(Fields fields, String field, Function<Fields, T> item) {
		JsonNode node = fields.get(field);
		List<T> items = new ArrayList<>();
		if (node == null) {
			return items;
		}
		if (!node.isArray() || node.size() > MAX_ITEMS) {
			fields.fail(field, "is not an array of up to " + MAX_ITEMS);
			return items;
		}
		for (int i = 0; i < node.size(); i++) {
			Fields each = new Fields(node.get(i), "");
			items.add(item.apply(each));
			pass(each, fields, field + "[" + i + "]");
		}
		return items;
	}

	private static void pass(Fields inner, Fields outer, String at) {
		WireProblem problem = inner.problem();
		if (problem != null) {
			outer.fail((problem.field() != null) ? at + "." + problem.field() : at, problem.reason());
		}
	}

	private void note(Fields fields) {
		WireProblem problem = fields.problem();
		if (problem != null) {
			this.problems.add(problem);
		}
	}

}
