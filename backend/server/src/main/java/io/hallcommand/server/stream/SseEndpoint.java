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
 * {@code GET /api/halls/{hall}/stream}: a hall's frames as server-sent events;
 * {@code …/public/stream}: as visitors may see them.
 */
@RestController
class SseEndpoint {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

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
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventIdHeader,
			@RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
			@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
		return open(new HallId(hall), Audience.STAFF, lastEventIdHeader, lastEventIdParameter, caller, exchange);
	}

	@GetMapping(path = "/api/halls/{hall}/public/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> streamForVisitors(@PathVariable String hall,
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventIdHeader,
			@RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
			@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
		return open(new HallId(hall), Audience.VISITORS, lastEventIdHeader, lastEventIdParameter, caller, exchange);
	}

	private Mono<Void> open(HallId hall, Audience audience, @Nullable String lastEventIdHeader,
			@Nullable String lastEventIdParameter, Caller caller, ServerWebExchange exchange) {
		return this.door.open(this.halls.enliven(hall).map((version) -> this.hub.feed(hall, audience)),
				(lastEventIdHeader != null) ? lastEventIdHeader : lastEventIdParameter, caller, exchange);
	}

}
