package io.hallcommand.sim.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Counts a service centre's log without any of the code under test.
 */
final class IndependentCount {

	private static final String TIME = "([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d";

	private IndependentCount() {
	}

	static SequencedMap<String, Tally.Count> of(Path file) throws IOException {
		SequencedMap<String, Tally.Count> counts = new TreeMap<>();
		for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
			String[] field = line.split(",", -1);
			if (field.length != 16 || field[3].isEmpty() || !field[4].matches("1999-(0[1-9]|1[0-2])-\\d\\d")
					|| !field[8].matches(TIME) || !field[9].matches(TIME)) {
				continue;
			}
			boolean queued = !field[8].equals("0:00:00");
			boolean served = field[11].equals("AGENT");
			boolean abandoned = field[11].equals("HANG") && queued;
			if (served || abandoned) {
				Tally.Count before = counts.getOrDefault(field[3], new Tally.Count(0, 0, 0, 0));
				counts.put(field[3], new Tally.Count(before.issued() + 1, before.served() + (served ? 1 : 0),
						before.abandoned() + (abandoned ? 1 : 0), 0));
			}
		}
		return counts;
	}

}
