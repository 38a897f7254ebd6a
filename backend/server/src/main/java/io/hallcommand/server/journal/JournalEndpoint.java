package io.hallcommand.server.journal;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.EntryJson;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The journal of a hall for people and programs: all entries, and the anomalies among
 * them.
 */
@RestController
class JournalEndpoint {

	private static final int MOST_ANOMALIES = 1_000;

	private final Journal journal;

	JournalEndpoint(Journal journal) {
		this.journal = journal;
	}

	@GetMapping(path = "/api/halls/{hall}/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<ObjectNode> events(@PathVariable String hall, @RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = "9223372036854775807") long limit) {
		return this.journal.read(new HallId(hall), Math.max(0, after), Math.max(0, limit)).map(EntryJson::write);
	}

	@GetMapping(path = "/api/halls/{hall}/anomalies", produces = MediaType.APPLICATION_JSON_VALUE)
	Flux<ObjectNode> anomalies(@PathVariable String hall,
			@RequestParam(defaultValue = "9223372036854775807") long before,
			@RequestParam(defaultValue = "100") int limit) {
		return this.journal.anomalies(new HallId(hall), before, Math.clamp(limit, 1, MOST_ANOMALIES))
			.map(EntryJson::write);
	}

}
