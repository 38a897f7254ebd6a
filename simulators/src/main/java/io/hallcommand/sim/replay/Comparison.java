package io.hallcommand.sim.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a server made of a recording against what the recording itself makes of it:
 * event by event in the journal, ticket by ticket in the counts, value by value in the
 * view.
 *
 * @param own tickets by queue in the own fold
 * @param server tickets by queue in the server's journal
 * @param version the server's version
 * @param others events of the journal that are not of the recording
 * @param differences one line each; none means that all is well
 */
public record Comparison(SequencedMap<String, Tally.Count> own, SequencedMap<String, Tally.Count> server, int anomalies,
		long version, int others, List<String> differences) {

	/**
	 * Reads the hall and compares. The server has answered everything.
	 */
	static Comparison run(Recording recording, Sent sent, HallClient client)
			throws HallUnavailable, InterruptedException {
		List<JournalEntry> journal = JournalReader.read(client);
		List<Report> reports = recording.reports()
			.stream()
			.filter((report) -> !sent.rejected().contains(report.key()))
			.toList();
		List<String> differences = new ArrayList<>();
		if (!sent.rejected().isEmpty()) {
			differences.add(sent.rejected().size() + " events were rejected");
		}
		int others = journal(journal, reports, differences);
		Tally server = new Tally();
		journal.forEach(server::add);
		OwnFold own = OwnFold.of(client.hall(), reports, journal);
		counts("own fold", own.tally().counts(), "server's journal", server.counts(), differences);
		if (!recording.expected().isEmpty()) {
			counts("recording", recording.expected(), "server's journal", server.counts(), differences);
		}
		long version = journal.isEmpty() ? 0 : journal.getLast().version();
		differences.addAll(ViewDiff.between("own fold", own.view(), "server", view(client, version)));
		return new Comparison(own.tally().counts(), server.counts(), server.anomalies(), version, others, differences);
	}

	/** A node that is told by another may be a moment behind. */
	private static JsonNode view(HallClient client, long version) throws HallUnavailable, InterruptedException {
		JsonNode view = client.view();
		for (int i = 0; i < 50 && view.path("version").longValue(0) < version; i++) {
			Thread.sleep(100);
			view = client.view();
		}
		return view;
	}

	private static int journal(List<JournalEntry> journal, List<Report> reports, List<String> differences) {
		Set<EventKey> seen = new HashSet<>();
		Set<EventKey> sent = new HashSet<>();
		reports.forEach((report) -> sent.add(report.key()));
		int others = 0;
		long version = 0;
		for (JournalEntry entry : journal) {
			if (entry.version() != version + 1) {
				differences.add("journal: version " + entry.version() + " follows version " + version);
			}
			version = entry.version();
			if (entry.event() instanceof HallEvent.Fact) {
				if (!seen.add(entry.key())) {
					differences.add("journal: " + entry.key() + " stands twice, again as version " + version);
				}
				if (!sent.contains(entry.key())) {
					others++;
				}
			}
		}
		long missing = sent.stream().filter((key) -> !seen.contains(key)).count();
		if (missing > 0) {
			differences.add("journal: " + missing + " of the recording's events are missing");
		}
		if (others > 0) {
			differences.add("journal: " + others + " events are not of this recording");
		}
		return others;
	}

	private static void counts(String oneName, SequencedMap<String, Tally.Count> one, String otherName,
			SequencedMap<String, Tally.Count> other, List<String> differences) {
		Set<String> queues = new HashSet<>(one.keySet());
		queues.addAll(other.keySet());
		queues.stream().sorted().forEach((queue) -> {
			if (!Objects.equals(one.get(queue), other.get(queue))) {
				differences.add("queue " + queue + ": " + oneName + " " + one.get(queue) + ", " + otherName + " "
						+ other.get(queue));
			}
		});
	}

}
