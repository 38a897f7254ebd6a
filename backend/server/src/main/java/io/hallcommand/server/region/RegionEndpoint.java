package io.hallcommand.server.region;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.stream.SseDoor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code GET /api/halls/{hall}/region}: the hall and all below it, once or as a stream.
 */
@RestController
class RegionEndpoint {

	private final Regions regions;

	private final SseDoor door;

	RegionEndpoint(Regions regions, SseDoor door) {
		this.regions = regions;
		this.door = door;
	}

	@GetMapping(path = "/api/halls/{hall}/region", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> view(@PathVariable String hall) {
		return this.regions.view(new HallId(hall))
			.map((json) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json));
	}

	@GetMapping(path = "/api/halls/{hall}/region/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> stream(@PathVariable String hall,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventIdHeader,
			@RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
			@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
		return this.door.open(this.regions.feed(new HallId(hall)),
				(lastEventIdHeader != null) ? lastEventIdHeader : lastEventIdParameter, caller, exchange);
	}

}
