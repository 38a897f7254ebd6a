package io.hallcommand.server.desk;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.live.Halls;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.UsualJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is usual in a hall, by weekday. The hall finds it by itself; one that comes from
 * another system brings what was known there.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/usual", produces = MediaType.APPLICATION_JSON_VALUE)
class UsualEndpoint {

	private final Halls halls;

	UsualEndpoint(Halls halls) {
		this.halls = halls;
	}

	@GetMapping
	Mono<String> usual(@PathVariable String hall) {
		return this.halls.usual(new HallId(hall)).map((days) -> UsualJson.write(days).toString());
	}

	@PutMapping
	Mono<String> replace(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		UsualJson.Reading reading = UsualJson.read(DeskBody.read((body != null) ? body : "null"));
		WireProblem problem = reading.problem();
		if (problem != null) {
			return Mono.error(DeskBody.unusable(problem));
		}
		return this.halls.usual(new HallId(hall), reading.days(), caller.name())
			.map((version) -> HallJson.mapper().createObjectNode().put("version", version).toString());
	}

}
