package io.hallcommand.server.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.wire.EntryJson;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;

/**
 * The journal of a hall for people and programs: all entries, and the anomalies among
 * them.
 */
@RestController
class JournalEndpoint {

	private static final int MOST_ANOMALIES = 1_000;

	private static final int PIECE = 200;

	private final Journal journal;

	JournalEndpoint(Journal journal) {
		this.journal = journal;
	}

	/**
	 * A journal may be long: it is read and written piece by piece as the reader takes
	 * it.
	 */
	@GetMapping(path = "/api/halls/{hall}/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<DataBuffer> events(@PathVariable String hall, @RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = "9223372036854775807") long limit) {
		return this.journal.read(new HallId(hall), notNegative("after", after), notNegative("limit", limit))
			.buffer(PIECE)
			.map(JournalEndpoint::lines);
	}

	@GetMapping(path = "/api/halls/{hall}/anomalies", produces = MediaType.APPLICATION_JSON_VALUE)
	Flux<ObjectNode> anomalies(@PathVariable String hall,
			@RequestParam(defaultValue = "9223372036854775807") long before,
			@RequestParam(defaultValue = "100") int limit) {
		return this.journal
			.anomalies(new HallId(hall), notNegative("before", before),
					Math.clamp(notNegative("limit", limit), 1, MOST_ANOMALIES))
			.map(EntryJson::write);
	}

	private static long notNegative(String parameter, long value) {
		if (value < 0) {
			throw new ServerWebInputException("The parameter '" + parameter + "' cannot be negative.");
		}
		return value;
	}

	private static DataBuffer lines(List<JournalEntry> entries) {
		StringBuilder lines = new StringBuilder(entries.size() * 256);
		entries.forEach((entry) -> lines.append(EntryJson.write(entry)).append('\n'));
		return DefaultDataBufferFactory.sharedInstance.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
	}

}
