package io.hallcommand.sim.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.wire.EntryJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals: whole ones from a server, exports from a file, and what of them can be
 * played again.
 */
public final class JournalReader {

	private static final int PAGE = 5000;

	private JournalReader() {
	}

	/**
	 * A hall's whole journal up to now.
	 */
	public static List<JournalEntry> read(HallClient client) throws HallUnavailable, InterruptedException {
		List<JournalEntry> entries = new ArrayList<>();
		while (true) {
			long after = entries.isEmpty() ? 0 : entries.getLast().version();
			List<JournalEntry> page = client.journal(after, PAGE);
			if (page.isEmpty()) {
				return entries;
			}
			entries.addAll(page);
		}
	}

	/**
	 * An export: a line is an entry.
	 */
	public static List<JournalEntry> read(Path file) throws IOException {
		List<JournalEntry> entries = new ArrayList<>();
		try (BufferedReader in = Files.newBufferedReader(file)) {
			int number = 0;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				number++;
				if (!line.isBlank()) {
					entries.add(entry(file, number, line));
				}
			}
		}
		return entries;
	}

	private static JournalEntry entry(Path file, int number, String line) {
		try {
			return EntryJson.read(HallJson.mapper().readTree(line));
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(
					file + ", line " + number + ", is not an entry of a journal: " + ex.getMessage(), ex);
		}
	}

	/**
	 * What devices reported, with the times that the hall took and the ids that they had:
	 * a hall that has them already takes them as duplicates.
	 */
	public static Recording recording(String name, List<JournalEntry> journal) {
		List<Report> reports = new ArrayList<>();
		Tally tally = new Tally();
		HallPlan plan = null;
		for (JournalEntry entry : journal) {
			tally.add(entry);
			if (entry.event() instanceof HallEvent.Fact fact) {
				reports.add(new Report(entry.key(), entry.time(), fact));
			}
			else if (entry.event() instanceof HallEvent.HallPlanned planned) {
				plan = planned.plan();
			}
		}
		return recording(name, reports, plan, tally);
	}

	private static Recording recording(String name, List<Report> reports, @Nullable HallPlan plan, Tally tally) {
		return new Recording(name, reports, (plan == null) ? null : plan::replayedBy, tally.counts(), List.of(), 0);
	}

}
