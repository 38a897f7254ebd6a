package io.hallcommand.sim.replay;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import tools.jackson.databind.JsonNode;

/**
 * A hall that takes the recording's reports here, judging each by itself.
 */
record OwnFold(Tally tally, JsonNode view) {

	/**
	 * Takes from the server's journal nothing but the plans and the usual days that it
	 * got before the first report.
	 */
	static OwnFold of(HallId id, List<Report> reports, List<JournalEntry> journal) {
		Hall hall = Hall.empty(id);
		for (JournalEntry entry : journal) {
			if (entry.event() instanceof HallEvent.Fact) {
				break;
			}
			switch (entry.event()) {
				case HallEvent.HallPlanned planned ->
					hall.plan(planned.plan(), planned.actor(), entry.key(), entry.recordedAt());
				case HallEvent.UsualDaysGiven given ->
					hall.usual(given.days(), given.actor(), entry.key(), entry.recordedAt());
				default -> {
				}
			}
		}
		Tally tally = new Tally();
		for (Report report : reports) {
			Instant now = (report.deviceTime() != null) ? report.deviceTime() : Instant.EPOCH;
			hall.report(report, now).forEach(tally::add);
		}
		return new OwnFold(tally, json(hall));
	}

	/**
	 * A hall's view as a server writes it.
	 */
	static JsonNode json(Hall hall) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.write(hall.view(), out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

}
