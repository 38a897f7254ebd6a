package io.hallcommand.server.live;

import java.io.ByteArrayOutputStream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.wire.FrameJson;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/halls/{hall}}: the view, once; {@code …/public}: as visitors may see
 * it.
 */
@RestController
class HallEndpoint {

	private final Halls halls;

	HallEndpoint(Halls halls) {
		this.halls = halls;
	}

	@GetMapping(path = "/api/halls/{hall}", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> view(@PathVariable String hall) {
		return this.halls.view(new HallId(hall)).map(HallEndpoint::answer);
	}

	@GetMapping(path = "/api/halls/{hall}/public", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> viewForVisitors(@PathVariable String hall) {
		return this.halls.view(new HallId(hall)).map(HallView::forVisitors).map(HallEndpoint::answer);
	}

	private static ResponseEntity<byte[]> answer(HallView view) {
		ByteArrayOutputStream json = new ByteArrayOutputStream(8192);
		FrameJson.write(view, json);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json.toByteArray());
	}

}
