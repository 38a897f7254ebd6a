package io.hallcommand.core.hall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;

/**
 * Finds what is wrong with a plan, before it becomes an event.
 */
public final class PlanCheck {

	static final int MAX_ZONES = 100;

	static final int MAX_QUEUES = 200;

	static final int MAX_WINDOWS = 1000;

	static final int MAX_EXITS = 50;

	private static final int MAX_NAME = 80;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private final List<Problem> problems = new ArrayList<>();

	private PlanCheck() {
	}

	/**
	 * What is wrong, and where.
	 *
	 * @param field a path such as {@code windows[3].zone}
	 */
	public record Problem(String field, String reason) {
	}

	/**
	 * All problems of the plan; none means that a hall can run by it.
	 */
	public static List<Problem> problems(HallPlan plan) {
		PlanCheck check = new PlanCheck();
		check.run(plan);
		return check.problems;
	}

	public static boolean validId(String id) {
		return ID.matcher(id).matches();
	}

	private void run(HallPlan plan) {
		id("hall", plan.hall().value());
		name("name", plan.name());
		if (plan.hall().equals(plan.parent())) {
			problem("parent", "is the hall itself");
		}
		if (plan.capacity() != null && (plan.capacity() < 1 || plan.capacity() > 100_000)) {
			problem("capacity", "is not between 1 and 100000");
		}
		size("zones", plan.zones(), MAX_ZONES);
		size("queues", plan.queues(), MAX_QUEUES);
		size("windows", plan.windows(), MAX_WINDOWS);
		size("exits", plan.exits(), MAX_EXITS);
		Set<String> zones = new HashSet<>();
		for (int i = 0; i < plan.zones().size(); i++) {
			HallPlan.Zone zone = plan.zones().get(i);
			unique("zones[" + i + "].id", zone.id().value(), zones);
			name("zones[" + i + "].name", zone.name());
		}
		Set<String> exits = new HashSet<>();
		for (int i = 0; i < plan.exits().size(); i++) {
			HallPlan.Exit exit = plan.exits().get(i);
			unique("exits[" + i + "].id", exit.id(), exits);
			name("exits[" + i + "].name", exit.name());
		}
		if (plan.assembly() != null) {
			name("assembly", plan.assembly());
		}
		Set<String> queues = new HashSet<>();
		for (int i = 0; i < plan.queues().size(); i++) {
			queue("queues[" + i + "]", plan.queues().get(i), queues);
		}
		Set<String> windows = new HashSet<>();
		for (int i = 0; i < plan.windows().size(); i++) {
			window("windows[" + i + "]", plan.windows().get(i), windows, zones, queues);
		}
	}

	private void queue(String at, HallPlan.Queue queue, Set<String> seen) {
		unique(at + ".id", queue.id().value(), seen);
		name(at + ".name", queue.name());
		if (queue.prefix().length() > 8) {
			problem(at + ".prefix", "is longer than 8 characters");
		}
		if (queue.waitLimitSeconds() < 1 || queue.waitLimitSeconds() > 86_400) {
			problem(at + ".waitLimitSeconds", "is not between 1 and 86400");
		}
		if (queue.serviceLimitSeconds() < 1 || queue.serviceLimitSeconds() > 86_400) {
			problem(at + ".serviceLimitSeconds", "is not between 1 and 86400");
		}
	}

	private void window(String at, HallPlan.Window window, Set<String> seen, Set<String> zones, Set<String> queues) {
		unique(at + ".id", window.id().value(), seen);
		name(at + ".name", window.name());
		if (!zones.contains(window.zone().value())) {
			problem(at + ".zone", "names no zone of this plan: " + window.zone());
		}
		Set<QueueId> own = new HashSet<>();
		for (QueueId queue : window.queues()) {
			if (!queues.contains(queue.value())) {
				problem(at + ".queues", "names no queue of this plan: " + queue);
			}
			if (!own.add(queue)) {
				problem(at + ".queues", "names a queue twice: " + queue);
			}
		}
	}

	private void unique(String field, String id, Set<String> seen) {
		id(field, id);
		if (!seen.add(id)) {
			problem(field, "stands twice: " + id);
		}
	}

	private void id(String field, String id) {
		if (!validId(id)) {
			problem(field, "is not 1 to 64 letters, digits, '.', '_' or '-'");
		}
	}

	private void name(String field, Label name) {
		if (name.zh().isBlank() && name.en().isBlank()) {
			problem(field, "has neither zh nor en");
		}
		if (name.zh().length() > MAX_NAME || name.en().length() > MAX_NAME) {
			problem(field, "is longer than " + MAX_NAME + " characters");
		}
	}

	private void size(String field, List<?> list, int max) {
		if (list.size() > max) {
			problem(field, "has more than " + max + " entries");
		}
	}

	private void problem(String field, String reason) {
		this.problems.add(new Problem(field, reason));
	}

}
