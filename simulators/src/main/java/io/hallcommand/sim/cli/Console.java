package io.hallcommand.sim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.hallcommand.sim.replay.Comparison;
import io.hallcommand.sim.replay.Oddity;
import io.hallcommand.sim.replay.Recording;
import io.hallcommand.sim.replay.Replay;
import io.hallcommand.sim.replay.Tally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command prints.
 */
final class Console {

	private static final int MANY = 20;

	private static final Tally.Count NONE = new Tally.Count(0, 0, 0, 0);

	private final PrintWriter out;

	Console(@Nullable CommandSpec spec) {
		this.out = (spec != null) ? spec.commandLine().getOut() : new PrintWriter(System.out, true);
	}

	void line(String line) {
		this.out.println(line);
		this.out.flush();
	}

	/** What is odd in a log: counted by kind, with the first lines of what is broken. */
	void oddities(Recording recording, int details) {
		if (recording.rows() == 0) {
			return;
		}
		line("%s: %d rows, %d events".formatted(recording.name(), recording.rows(), recording.reports().size()));
		recording.oddityCounts()
			.forEach((kind, count) -> line(
					"  %-6s %-21s %6d  %s".formatted(kind.broken() ? "broken" : "", kind, count, kind.treatment())));
		List<Oddity> broken = recording.oddities().stream().filter((oddity) -> oddity.kind().broken()).toList();
		broken.stream()
			.limit(details)
			.forEach((oddity) -> line("  line %d: %s: %s".formatted(oddity.line(), oddity.kind(), oddity.detail())));
		if (details > 0 && broken.size() > details) {
			line("  … and " + (broken.size() - details) + " more broken (--details N lists more)");
		}
	}

	/**
	 * The comparison as a table.
	 * @return the exit code
	 */
	int result(Recording recording, Replay.Result result) {
		Comparison comparison = result.comparison();
		double seconds = result.took().toMillis() / 1000.0;
		line("%d events in %.1f s (%.0f/s): %d accepted, %d duplicates, %d rejected, %d interruptions".formatted(
				recording.reports().size(), seconds, recording.reports().size() / Math.max(seconds, 0.001),
				result.sent().accepted(), result.sent().duplicates(), result.sent().rejected().size(),
				result.sent().interruptions()));
		result.sent().reasons().forEach((reason) -> line("  rejected " + reason));
		table(recording, comparison);
		line("The hall is at version %d, with %d anomalies in its journal.".formatted(comparison.version(),
				comparison.anomalies()));
		return differences(comparison.differences());
	}

	int differences(List<String> differences) {
		if (differences.isEmpty()) {
			line("Own fold and server agree: journal, counts and view.");
			return 0;
		}
		line(differences.size() + " differences:");
		differences.stream().limit(MANY).forEach((difference) -> line("  " + difference));
		if (differences.size() > MANY) {
			line("  … and " + (differences.size() - MANY) + " more");
		}
		return HallSim.DIFFERENT;
	}

	private void table(Recording recording, Comparison comparison) {
		boolean counted = !recording.expected().isEmpty();
		List<String> head = new ArrayList<>(List.of("queue"));
		for (String figure : List.of("issued", "served", "abandoned", "no-shows")) {
			head.add(figure);
		}
		String format = "%-16s" + " %24s".repeat(4);
		line(counted ? "Tickets: recording / own fold / server's journal" : "Tickets: own fold / server's journal");
		line(format.formatted(head.toArray()));
		TreeSet<String> queues = new TreeSet<>(comparison.own().keySet());
		queues.addAll(comparison.server().keySet());
		for (String queue : queues) {
			List<Tally.Count> counts = new ArrayList<>();
			if (counted) {
				counts.add(recording.expected().getOrDefault(queue, NONE));
			}
			counts.add(comparison.own().getOrDefault(queue, NONE));
			counts.add(comparison.server().getOrDefault(queue, NONE));
			line(String.format(Locale.ROOT, format, queue, cell(counts.stream().map(Tally.Count::issued).toList()),
					cell(counts.stream().map(Tally.Count::served).toList()),
					cell(counts.stream().map(Tally.Count::abandoned).toList()),
					cell(counts.stream().map(Tally.Count::noShows).toList())));
		}
	}

	private static String cell(List<Integer> values) {
		return String.join(" / ", values.stream().map(String::valueOf).toList());
	}

}
