package io.hallcommand.server.desk;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.EntryJson;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.OrderJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The alerts of a hall: what stands, what happened to one, and what an officer does about
 * it.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
class AlertEndpoint {

	private final Desk desk;

	private final Halls halls;

	private final Journal journal;

	AlertEndpoint(Desk desk, Halls halls, Journal journal) {
		this.desk = desk;
		this.halls = halls;
		this.journal = journal;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> alerts(@PathVariable String hall) {
		return this.halls.view(new HallId(hall)).map((view) -> {
			ByteArrayOutputStream json = new ByteArrayOutputStream(4096);
			FrameJson.writeAlerts(view, json);
			return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json.toByteArray());
		});
	}

	/** Also of one that was closed long ago, as far back as the journal is kept. */
	@GetMapping("/{alert}")
	Mono<String> alert(@PathVariable String hall, @PathVariable String alert) {
		HallId id = new HallId(hall);
		AlertId which = id(alert);
		return this.halls.view(id)
			.zipWith(this.journal.alert(id, which).collectList())
			.map((found) -> history(found.getT1(), which, found.getT2()).toString());
	}

	@PostMapping("/{alert}/{action:acknowledge|note|assign|shelve|unshelve|close}")
	Mono<String> act(@PathVariable String hall, @PathVariable String alert, @PathVariable String action,
			@RequestBody(required = false) @Nullable String body, @AuthenticationPrincipal Caller caller) {
		AlertId id = id(alert);
		JsonNode json = DeskBody.read(body);
		return this.desk.order(new HallId(hall), OrderJson.read(id, action, json), caller.name())
			.map(AlertEndpoint::done);
	}

	@PostMapping("/handover")
	Mono<String> handOver(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		return this.desk.order(new HallId(hall), OrderJson.handOver(DeskBody.read(body)), caller.name())
			.map((answer) -> {
				ObjectNode json = HallJson.mapper().createObjectNode().put("version", answer.version());
				ArrayNode alerts = json.putArray("alerts");
				answer.events().forEach((event) -> {
					if (event instanceof AlertEvent.Assigned assigned) {
						alerts.add(assigned.alert().toString());
					}
				});
				return json.toString();
			});
	}

	private static String done(DeskAnswer answer) {
		ObjectNode json = HallJson.mapper().createObjectNode().put("version", answer.version());
		if (answer.alert() != null) {
			json.set("alert", FrameJson.alertJson(answer.alert()));
		}
		return json.toString();
	}

	private static ObjectNode history(HallView view, AlertId id, List<JournalEntry> entries) {
		Alert alert = view.alerts().get(id);
		alert = (alert != null) ? alert : closed(id, entries);
		if (alert == null) {
			throw Problems.notFound("The hall has no alert " + id + ", or its journal no longer reaches back so far.")
				.exception();
		}
		ObjectNode json = FrameJson.alertJson(alert);
		ArrayNode timeline = json.putArray("timeline");
		for (JournalEntry entry : entries) {
			ObjectNode line = EntryJson.write(entry);
			JsonNode actor = line.path("data").get("actor");
			if (actor != null) {
				line.set("actor", actor);
			}
			timeline.add(line);
		}
		return json;
	}

	/** As its events left it. */
	private static @Nullable Alert closed(AlertId id, List<JournalEntry> entries) {
		AlertBook book = new AlertBook();
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.AlertMoved moved) {
				book.apply(moved.event(), entry.time());
			}
		}
		return book.find(id);
	}

	private static AlertId id(String text) {
		try {
			return AlertId.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw Problems.notFound("There is no alert '" + text + "': an alert's id is such as a1042.").exception();
		}
	}

}
