package io.hallcommand.server.desk;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.OrderJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps alerts of a hall back, and lets them go again.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/alerts/holds", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldEndpoint {

	private final Desk desk;

	HoldEndpoint(Desk desk) {
		this.desk = desk;
	}

	@PostMapping
	Mono<String> place(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		return this.desk.order(new HallId(hall), OrderJson.hold(DeskBody.read(body)), caller.name())
			.map(HoldEndpoint::done);
	}

	@DeleteMapping("/{hold}")
	Mono<String> lift(@PathVariable String hall, @PathVariable String hold, @AuthenticationPrincipal Caller caller) {
		return this.desk.order(new HallId(hall), new Order.LiftHold(hold), null, caller.name()).map(HoldEndpoint::done);
	}

	private static String done(DeskAnswer answer) {
		ObjectNode json = HallJson.mapper().createObjectNode().put("version", answer.version());
		answer.events().forEach((event) -> {
			if (event instanceof AlertEvent.HoldPlaced placed) {
				json.put("hold", placed.hold().id());
			}
		});
		return json.toString();
	}

}
