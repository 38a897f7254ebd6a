package io.hallcommand.sim.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.core.window.WindowKind;

/**
 * A foreign log in CSV, read through a mapping.
 */
public final class CallLog {

	private static final HallZoneId ZONE = new HallZoneId("A");

	private final LogMapping mapping;

	private final List<LogVisit> visits = new ArrayList<>();

	private final List<Oddity> oddities = new ArrayList<>();

	private long rows;

	private CallLog(LogMapping mapping) {
		this.mapping = mapping;
	}

	/**
	 * Reads the whole log. Event ids come from the file's name and the row's line, so a
	 * second run sends the same events again.
	 */
	public static Recording read(Path file, LogMapping mapping) throws IOException {
		CallLog log = new CallLog(mapping);
		log.read(file);
		Seats seats = Seats.of(log.visits, log.oddities::add);
		String name = String.valueOf(file.getFileName());
		String source = "log-" + name.substring(0, Math.min(name.length(), 100));
		return new Recording(name, Script.of(source, log.visits, seats), (hall) -> log.plan(hall, seats), log.counts(),
				List.copyOf(log.oddities), log.rows);
	}

	private void read(Path file) throws IOException {
		try (CsvReader<CsvRecord> csv = CsvReader.builder()
			.allowExtraFields(true)
			.allowMissingFields(true)
			.detectBomHeader(true)
			.ofCsvRecord(file)) {
			RowReader reader = null;
			for (CsvRecord row : csv) {
				if (reader == null) {
					reader = new RowReader(this.mapping, row.getFields(), this.oddities::add);
					continue;
				}
				this.rows++;
				LogVisit visit = reader.read(row.getStartingLineNumber(), row.getFields());
				if (visit != null) {
					this.visits.add(visit);
				}
			}
			if (reader == null) {
				throw new IllegalArgumentException(file + " is empty");
			}
		}
		catch (CsvParseException ex) {
			throw new IllegalArgumentException(file + " is not CSV: " + ex.getMessage(), ex);
		}
	}

	private SequencedMap<String, Tally.Count> counts() {
		SequencedMap<String, Tally.Count> counts = new TreeMap<>();
		for (LogVisit visit : this.visits) {
			Tally.Count count = counts.getOrDefault(visit.queue(), Tally.Count.NONE);
			counts.put(visit.queue(), count.plus(1, visit.served() ? 1 : 0, visit.served() ? 0 : 1, 0));
		}
		return counts;
	}

	private HallPlan plan(HallId hall, Seats seats) {
		List<HallPlan.Queue> queues = counts().keySet()
			.stream()
			.map((queue) -> new HallPlan.Queue(new QueueId(queue), this.mapping.queueName(queue),
					queue.substring(0, Math.min(queue.length(), 8)), HallPlan.Queue.DEFAULT_WAIT_LIMIT_SECONDS))
			.toList();
		List<HallPlan.Window> windows = new ArrayList<>();
		seats.windows()
			.forEach((window, served) -> windows
				.add(new HallPlan.Window(new WindowId(window), new Label(window, window), ZONE,
						WindowKind.COMPREHENSIVE, served.stream().sorted().map(QueueId::new).toList(), null)));
		return new HallPlan(hall, this.mapping.hall(), HallLevel.COUNTY, null, this.mapping.timeZone(),
				HallClock.REPLAY, null, List.of(new HallPlan.Zone(ZONE, this.mapping.hall())), queues, windows);
	}

}
