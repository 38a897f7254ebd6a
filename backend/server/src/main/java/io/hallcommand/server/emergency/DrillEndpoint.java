package io.hallcommand.server.emergency;

import java.time.Duration;
import java.time.InstantSource;

import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.desk.DeskBody;
import io.hallcommand.wire.EmergencyOrderJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.WireProblem;
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
 * Plans drills, which the hall declares by itself when it is time, and calls them off.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/emergencies/drills", produces = MediaType.APPLICATION_JSON_VALUE)
class DrillEndpoint {

	/** A phone's clock may be behind. */
	private static final Duration LATE = Duration.ofMinutes(5);

	private final EmergencyDesk desk;

	private final InstantSource clock;

	DrillEndpoint(EmergencyDesk desk, InstantSource clock) {
		this.desk = desk;
		this.clock = clock;
	}

	@PostMapping
	Mono<String> plan(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		EmergencyOrderJson.Reading reading = EmergencyOrderJson.drill(DeskBody.read(body));
		// It would begin at once: a mistyped year must not stop a hall's windows
		if (reading.order() instanceof EmergencyOrder.PlanDrill drill
				&& drill.at().isBefore(this.clock.instant().minus(LATE))) {
			throw DeskBody.unusable(new WireProblem("at", "is past"));
		}
		return this.desk.order(new HallId(hall), reading, caller.name()).map((done) -> {
			ObjectNode json = HallJson.mapper().createObjectNode();
			done.answer().events().forEach((event) -> {
				if (event instanceof EmergencyEvent.DrillPlanned planned) {
					json.put("drill", planned.drill());
				}
			});
			return json.put("version", done.version()).toString();
		});
	}

	@DeleteMapping("/{drill}")
	Mono<String> cancel(@PathVariable String hall, @PathVariable String drill, @AuthenticationPrincipal Caller caller) {
		return this.desk.order(new HallId(hall), new EmergencyOrder.CancelDrill(drill), null, caller.name())
			.map((done) -> HallJson.mapper().createObjectNode().put("version", done.version()).toString());
	}

}
