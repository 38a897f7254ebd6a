package io.hallcommand.server.desk;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.live.Halls;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.RosterJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is on duty in a hall, where and when.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/roster", produces = MediaType.APPLICATION_JSON_VALUE)
class RosterEndpoint {

	private final Halls halls;

	RosterEndpoint(Halls halls) {
		this.halls = halls;
	}

	@GetMapping
	Mono<String> roster(@PathVariable String hall) {
		return this.halls.view(new HallId(hall)).map((view) -> {
			ObjectNode json = HallJson.mapper().createObjectNode();
			json.set("shifts", HallJson.mapper().valueToTree(view.shifts()));
			return json.toString();
		});
	}

	@PutMapping
	Mono<String> replace(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		RosterJson.Reading reading = RosterJson.read(DeskBody.read(body));
		WireProblem problem = reading.problem();
		if (problem != null) {
			return Mono.error(DeskBody.unusable(problem));
		}
		return this.halls.roster(new HallId(hall), reading.shifts(), caller.name())
			.map((version) -> HallJson.mapper().createObjectNode().put("version", version).toString());
	}

}
