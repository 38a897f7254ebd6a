package io.hallcommand.server.stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.live.Halls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code GET /api/halls/{hall}/stream}: a hall's frames as server-sent events.
 */
@RestController
class SseEndpoint {

	private final Halls halls;

	private final StreamHub hub;

	private final SseDoor door;

	SseEndpoint(Halls halls, StreamHub hub, SseDoor door) {
		this.halls = halls;
		this.hub = hub;
		this.door = door;
	}

	@GetMapping(path = "/api/halls/{hall}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> stream(@PathVariable String hall,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventIdHeader,
			@RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
			@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
		HallId id = new HallId(hall);
		return this.door.open(this.halls.enliven(id).map((version) -> this.hub.feed(id)),
				(lastEventIdHeader != null) ? lastEventIdHeader : lastEventIdParameter, caller, exchange);
	}

}
