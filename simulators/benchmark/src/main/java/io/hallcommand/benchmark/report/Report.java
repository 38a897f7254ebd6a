package io.hallcommand.benchmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * All figures of one run.
 */
public final class Report {

	private final List<Finding> findings = new ArrayList<>();

	public void add(List<Finding> more) {
		this.findings.addAll(more);
	}

	public List<Finding> findings() {
		return List.copyOf(this.findings);
	}

	/** Whether a target was missed. */
	public boolean missed() {
		return this.findings.stream().anyMatch((finding) -> finding.verdict() == Finding.Verdict.MISSED);
	}

	/** A table in Markdown, in the order of the goals. */
	public String table() {
		StringBuilder table = new StringBuilder();
		table.append("| goal | what | measured | reference in the same run | ratio | target | | remark |\n");
		table.append("|---|---|---|---|---|---|---|---|\n");
		this.findings.stream()
			.sorted(Comparator.comparingInt(Finding::goal))
			.forEach((finding) -> table.append(line(finding)));
		return table.toString();
	}

	private static String line(Finding finding) {
		Double ratio = finding.ratio();
		String verdict = switch (finding.verdict()) {
			case REACHED -> "reached";
			case MISSED -> "**missed**";
			case NONE -> "";
		};
		return "| %d | %s | %s | %s | %s | %s | %s | %s |%n".formatted(finding.goal(), finding.what(),
				finding.measured(), finding.reference(),
				(ratio != null) ? String.format(Locale.ROOT, "%.2f", ratio) : "", finding.target(), verdict,
				finding.remark());
	}

}
