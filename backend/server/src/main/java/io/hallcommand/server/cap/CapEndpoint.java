package io.hallcommand.server.cap;

import java.util.List;
import java.util.Objects;

import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * The feed of a hall's messages, and each message.
 */
@RestController
@RequestMapping("/api/halls/{hall}/emergencies/cap")
class CapEndpoint {

	static final String ATOM = "application/atom+xml";

	static final String CAP = "application/cap+xml";

	/** Of them come the feed's messages; most emergencies have some dozens. */
	private static final int MOST_ENTRIES = 5_000;

	private final Journal journal;

	private final Directory directory;

	CapEndpoint(Journal journal, Directory directory) {
		this.journal = journal;
		this.directory = directory;
	}

	/** Who has the newest one costs one row. */
	@GetMapping(produces = ATOM)
	Mono<ResponseEntity<byte[]>> feed(@PathVariable("hall") String id, ServerWebExchange exchange) {
		HallPlan hall = known(id);
		exchange.getResponse().getHeaders().setCacheControl(CacheControl.noCache().cachePrivate());
		return this.journal.epoch()
			.zipWith(this.journal.emergencies(hall.hall(), null, 1).map(JournalEntry::version).last(0L))
			.flatMap((newest) -> exchange.checkNotModified(tag(hall, newest.getT1(), newest.getT2())) ? Mono.empty()
					: read(hall, null).map((entries) -> ResponseEntity.ok()
						.eTag(tag(hall, newest.getT1(), entries.isEmpty() ? 0 : entries.getLast().version()))
						.body(AtomFeed.write(hall, path(hall), messages(hall, entries)))));
	}

	@GetMapping(path = "/{message}", produces = CAP)
	Mono<byte[]> message(@PathVariable("hall") String id, @PathVariable String message) {
		HallPlan hall = known(id);
		return read(hall, emergency(hall.hall(), message))
			.map((entries) -> messages(hall, entries).stream()
				.filter((each) -> each.identifier().equals(message))
				.findFirst()
				.map(CapXml::write)
				.orElseThrow(() -> Problems.notFound("The hall has no message '" + message
						+ "', or its journal no longer reaches back so far. GET " + path(hall) + " lists the newest.")
					.exception()));
	}

	private Mono<List<JournalEntry>> read(HallPlan hall, @Nullable EmergencyId of) {
		return this.journal.emergencies(hall.hall(), of, MOST_ENTRIES).collectList();
	}

	private static List<CapMessage> messages(HallPlan hall, List<JournalEntry> entries) {
		CapMessages messages = new CapMessages(hall);
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.EmergencyMoved moved) {
				messages.take(entry.version(), entry.time(), moved.event());
			}
		}
		return messages.all();
	}

	private HallPlan known(String id) {
		HallId hall = new HallId(id);
		return this.directory.plan(hall).orElseThrow(() -> Problems.noSuchHall(hall).exception());
	}

	/** Between the hall and the version in a message's identifier. */
	private static EmergencyId emergency(HallId hall, String message) {
		int begin = hall.value().length() + 1;
		int end = message.lastIndexOf('.');
		return new EmergencyId((end > begin) ? message.substring(begin, end) : "");
	}

	/** Names of the hall stand in every message. */
	private static String tag(HallPlan hall, String epoch, long version) {
		int names = Objects.hash(hall.name(), hall.timeZone().getId(), hall.zones(), hall.exits());
		return "\"" + epoch + "." + version + "." + Integer.toHexString(names) + "\"";
	}

	private static String path(HallPlan hall) {
		return "/api/halls/" + hall.hall() + "/emergencies/cap";
	}

}
