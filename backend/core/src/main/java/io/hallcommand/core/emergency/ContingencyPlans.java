package io.hallcommand.core.emergency;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a hall: its own where it has made some, else the standard ones.
 *
 * @param own by kind; an entry without a plan was put back to the standard one
 */
public record ContingencyPlans(SequencedMap<EmergencyKind, Edition> own) {

	static final ContingencyPlans STANDARD = new ContingencyPlans(new LinkedHashMap<>());

	/**
	 * A plan and how often it was changed.
	 *
	 * @param plan {@code null} means the standard one
	 * @param number 0 is the standard plan that never was another
	 */
	public record Edition(@Nullable ContingencyPlan plan, int number) {
	}

	public ContingencyPlan plan(EmergencyKind kind) {
		Edition edition = this.own.get(kind);
		ContingencyPlan own = (edition != null) ? edition.plan() : null;
		return (own != null) ? own : StandardPlans.plan(kind);
	}

	public int edition(EmergencyKind kind) {
		Edition edition = this.own.get(kind);
		return (edition != null) ? edition.number() : 0;
	}

	ContingencyPlans with(EmergencyKind kind, Edition edition) {
		SequencedMap<EmergencyKind, Edition> copy = new LinkedHashMap<>(this.own);
		copy.put(kind, edition);
		return new ContingencyPlans(copy);
	}

}
