package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an emergency: reports that were filed, and the review.
 *
 * @param filed the last one of each kind
 */
public record Papers(SequencedMap<ReportKind, Filing> filed, List<Finding> findings) {

	static final Papers NONE = new Papers(new LinkedHashMap<>(), List.of());

	public Papers {
		findings = List.copyOf(findings);
	}

	/**
	 * A report that was filed. Its text stands in the journal.
	 *
	 * @param number how many of its kind there are with it
	 */
	public record Filing(int number, String by, Instant at) {
	}

	public @Nullable Filing filing(ReportKind kind) {
		return this.filed.get(kind);
	}

	public @Nullable Finding finding(String id) {
		for (Finding finding : this.findings) {
			if (finding.id().equals(id)) {
				return finding;
			}
		}
		return null;
	}

	public boolean isMended() {
		return this.findings.stream().allMatch((finding) -> finding.mendedAt() != null);
	}

	Papers filed(ReportKind kind, Filing filing) {
		SequencedMap<ReportKind, Filing> copy = new LinkedHashMap<>(this.filed);
		copy.put(kind, filing);
		return new Papers(copy, this.findings);
	}

	/** With a finding that is new or different. */
	Papers with(Finding finding) {
		List<Finding> all = new ArrayList<>(this.findings);
		all.removeIf((each) -> each.id().equals(finding.id()));
		all.add(finding);
		return new Papers(this.filed, all);
	}

}
