package io.hallcommand.wire;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.ContingencyPlanCheck;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.ResponseLevel;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A contingency plan as people write it, with a reason for everything that is wrong.
 */
public final class ContingencyPlanJson {

	private static final int MAX_TEXT = 500;

	private static final int MAX_ITEMS = 200;

	/** A week. */
	private static final int LONGEST = 604_800;

	private final List<WireProblem> problems = new ArrayList<>();

	private ContingencyPlanJson() {
	}

	/**
	 * A plan that was read, or what is wrong with it.
	 *
	 * @param plan {@code null} exactly if there are problems
	 * @param id the sender's own for the order, if it gave one
	 */
	public record Reading(@Nullable ContingencyPlan plan, @Nullable String id, List<WireProblem> problems) {
	}

	/** Reads a whole plan and checks it. */
	public static Reading read(JsonNode json) {
		ContingencyPlanJson reader = new ContingencyPlanJson();
		Fields fields = new Fields(json, "");
		String id = OrderJson.id(fields);
		ContingencyPlan plan = reader.plan(fields);
		if (reader.problems.isEmpty()) {
			ContingencyPlanCheck.problems(plan)
				.forEach((problem) -> reader.problems.add(new WireProblem(problem.field(), problem.reason())));
		}
		return new Reading(reader.problems.isEmpty() ? plan : null, id, List.copyOf(reader.problems));
	}

	/** What is absent is left out. */
	public static ObjectNode write(ContingencyPlan plan) {
		ObjectNode json = HallJson.mapper().valueToTree(plan);
		json.removeIf(JsonNode::isNull);
		json.required("steps").forEach((step) -> ((ObjectNode) step).removeIf(JsonNode::isNull));
		return json;
	}

	private ContingencyPlan plan(Fields fields) {
		ContingencyPlan plan = new ContingencyPlan(label(fields, "title"),
				fields.choice("severity", EventSeverity.class),
				(fields.get("responseLevel") != null) ? fields.choice("responseLevel", ResponseLevel.class) : null,
				fields.choice("instruction", Instruction.class), fields.neededFlag("wholeHall"),
				fields.neededFlag("stopsService"), fields.neededFlag("endNeedsTwo"), steps(fields), wall(fields),
				seconds(fields, "firstReportSeconds"), seconds(fields, "followUpSeconds"),
				seconds(fields, "finalReportSeconds"), fields.text("basis", MAX_TEXT));
		note(fields);
		return plan;
	}

	private ContingencyPlan.Step step(Fields fields) {
		List<String> after = fields.optionalTexts("after", MAX_ITEMS, FactJson.MAX_ID);
		return new ContingencyPlan.Step(fields.text("id", FactJson.MAX_ID), label(fields, "title"),
				fields.choice("role", EmergencyRole.class), fields.optionalText("contact", FactJson.MAX_ID),
				seconds(fields, "targetSeconds"), (after != null) ? after : List.of());
	}

	private ContingencyPlan.WallText wall(Fields fields) {
		JsonNode node = fields.get("wall");
		if (node == null) {
			fields.fail("wall", "is missing");
			return new ContingencyPlan.WallText(new Label("", ""), new Label("", ""), List.of());
		}
		Fields wall = new Fields(node, "wall.");
		ContingencyPlan.WallText text = new ContingencyPlan.WallText(label(wall, "action"), label(wall, "elsewhere"),
				rules(wall));
		note(wall);
		return text;
	}

	/** Each is a text of its own. */
	private List<Label> rules(Fields wall) {
		JsonNode node = wall.get("rules");
		List<Label> rules = new ArrayList<>();
		if (node != null && !node.isArray()) {
			wall.fail("rules", "is not an array");
		}
		else if (node != null) {
			for (int i = 0; i < Math.min(node.size(), MAX_ITEMS); i++) {
				String at = "rules[" + i + "]";
				ObjectNode holder = HallJson.mapper().createObjectNode();
				holder.set(at, node.get(i));
				Fields each = new Fields(holder, "wall.");
				rules.add(label(each, at));
				note(each);
			}
		}
		return rules;
	}

	private List<ContingencyPlan.Step> steps(Fields fields) {
		JsonNode node = fields.get("steps");
		List<ContingencyPlan.Step> steps = new ArrayList<>();
		if (node == null || !node.isArray() || node.size() > MAX_ITEMS) {
			fields.fail("steps", (node == null) ? "is missing" : "is not an array of up to " + MAX_ITEMS);
			return steps;
		}
		for (int i = 0; i < node.size(); i++) {
			Fields each = new Fields(node.get(i), "steps[" + i + "].");
			steps.add(step(each));
			note(each);
		}
		return steps;
	}

	private static Label label(Fields fields, String field) {
		return fields.label(field, MAX_TEXT);
	}

	private static int seconds(Fields fields, String field) {
		return fields.number(field, 1, LONGEST, null);
	}

	private void note(Fields fields) {
		WireProblem problem = fields.problem();
		if (problem != null) {
			this.problems.add(problem);
		}
	}

}
