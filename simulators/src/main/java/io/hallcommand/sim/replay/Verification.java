package io.hallcommand.sim.replay;

import java.util.List;

import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * A hall's view against the fold of its journal, while the hall goes on.
 *
 * @param version at which both were compared
 * @param differences one line each; none means that all is well
 */
public record Verification(long entries, long version, List<String> differences) {

	public static Verification of(HallClient client) throws HallUnavailable, InterruptedException {
		JsonNode view = client.view();
		long version = view.path("version").longValue(0);
		Hall hall = Hall.empty(client.hall());
		while (hall.version() < version) {
			List<JournalEntry> page = client.journal(hall.version(), 5000);
			if (page.isEmpty()) {
				return new Verification(hall.version(), version,
						List.of("The journal ends at version " + hall.version() + ", the view is at " + version));
			}
			for (JournalEntry entry : page) {
				if (hall.version() < version) {
					hall.apply(entry);
				}
			}
		}
		return new Verification(version, version, ViewDiff.between("fold", OwnFold.json(hall), "server", view));
	}

}
