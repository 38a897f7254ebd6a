package io.hallcommand.server.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import org.jspecify.annotations.Nullable;

/**
 * All plans in memory, and the tree they form. Two nodes may, at the same moment, make
 * changes that together close a circle: it must be walked without getting lost.
 */
final class PlanTree {

	/** Five levels are usual. */
	private static final int DEEPEST = 64;

	private final Map<HallId, Planned> plans = new ConcurrentHashMap<>();

	private final AtomicLong changes = new AtomicLong();

	private volatile @Nullable Ordered ordered;

	private record Ordered(long changes, List<HallPlan> plans) {
	}

	@Nullable Planned get(HallId hall) {
		return this.plans.get(hall);
	}

	/**
	 * Takes a plan over unless a newer one is known.
	 * @return whether it was taken
	 */
	boolean put(Planned planned) {
		boolean[] taken = new boolean[1];
		this.plans.compute(planned.plan().hall(), (hall, known) -> {
			taken[0] = known == null || known.version() < planned.version();
			return taken[0] ? planned : known;
		});
		if (taken[0]) {
			this.changes.incrementAndGet();
		}
		return taken[0];
	}

	boolean isWithin(HallId hall, HallId ancestor) {
		HallId at = hall;
		for (int depth = 0; at != null && depth < DEEPEST; depth++) {
			if (at.equals(ancestor)) {
				return true;
			}
			Planned planned = this.plans.get(at);
			at = (planned != null) ? planned.plan().parent() : null;
		}
		return false;
	}

	/** Parents before their children, each subtree together; brothers by level and id. */
	List<HallPlan> ordered() {
		long now = this.changes.get();
		Ordered known = this.ordered;
		if (known == null || known.changes() != now) {
			known = new Ordered(now, order());
			this.ordered = known;
		}
		return known.plans();
	}

	private List<HallPlan> order() {
		Map<HallId, HallPlan> all = new TreeMap<>();
		this.plans.values().forEach((planned) -> all.put(planned.plan().hall(), planned.plan()));
		Map<HallId, List<HallPlan>> children = new TreeMap<>();
		List<HallPlan> roots = new ArrayList<>();
		Comparator<HallPlan> brothers = Comparator.comparing(HallPlan::level).thenComparing(HallPlan::hall);
		all.values().stream().sorted(brothers).forEach((plan) -> {
			HallId parent = plan.parent();
			if (parent == null || !all.containsKey(parent)) {
				roots.add(plan);
			}
			else {
				children.computeIfAbsent(parent, (none) -> new ArrayList<>()).add(plan);
			}
		});
		List<HallPlan> ordered = new ArrayList<>(all.size());
		Set<HallId> seen = new HashSet<>();
		roots.forEach((root) -> add(root, children, seen, ordered));
		// What hangs in a circle has no root: it comes last
		all.values().forEach((plan) -> add(plan, children, seen, ordered));
		return List.copyOf(ordered);
	}

	private static void add(HallPlan plan, Map<HallId, List<HallPlan>> children, Set<HallId> seen,
			List<HallPlan> ordered) {
		if (seen.add(plan.hall())) {
			ordered.add(plan);
			children.getOrDefault(plan.hall(), List.of()).forEach((child) -> add(child, children, seen, ordered));
		}
	}

}
