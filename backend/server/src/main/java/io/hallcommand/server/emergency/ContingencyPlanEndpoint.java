package io.hallcommand.server.emergency;

import java.util.List;
import java.util.Locale;

import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.desk.DeskBody;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.ContingencyPlanJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The plans by which a hall works its emergencies. One that runs goes on by the plan that
 * it began with.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/emergencies/plans", produces = MediaType.APPLICATION_JSON_VALUE)
class ContingencyPlanEndpoint {

	private final EmergencyDesk desk;

	private final Halls halls;

	ContingencyPlanEndpoint(EmergencyDesk desk, Halls halls) {
		this.desk = desk;
		this.halls = halls;
	}

	@GetMapping
	Mono<String> plans(@PathVariable String hall) {
		return this.halls.contingencyPlans(new HallId(hall)).map((plans) -> {
			ObjectNode json = HallJson.mapper().createObjectNode();
			ObjectNode byKind = json.putObject("plans");
			for (EmergencyKind kind : EmergencyKind.values()) {
				byKind.set(kind.name(),
						ContingencyPlanJson.write(plans.plan(kind)).put("edition", plans.edition(kind)));
			}
			return json.toString();
		});
	}

	@PutMapping("/{kind}")
	Mono<String> replace(@PathVariable String hall, @PathVariable String kind,
			@RequestBody(required = false) @Nullable String body, @AuthenticationPrincipal Caller caller) {
		ContingencyPlanJson.Reading reading = ContingencyPlanJson.read(DeskBody.read(body));
		List<Problems.FieldError> errors = reading.problems()
			.stream()
			.map((problem) -> new Problems.FieldError((problem.field() != null) ? problem.field() : "",
					problem.reason()))
			.toList();
		if (!errors.isEmpty()) {
			Problems.FieldError first = errors.getFirst();
			throw Problems.unusable("'" + first.field() + "' " + first.reason() + ".", errors).exception();
		}
		return replace(hall, kind, reading.plan(), reading.id(), caller);
	}

	/** Puts the standard one back. */
	@DeleteMapping("/{kind}")
	Mono<String> reset(@PathVariable String hall, @PathVariable String kind, @AuthenticationPrincipal Caller caller) {
		return replace(hall, kind, null, null, caller);
	}

	private Mono<String> replace(String hall, String kind, @Nullable ContingencyPlan plan, @Nullable String id,
			Caller caller) {
		return this.desk.order(new HallId(hall), new EmergencyOrder.ReplacePlan(kind(kind), plan), id, caller.name())
			.map((done) -> {
				ObjectNode json = HallJson.mapper().createObjectNode();
				done.answer().events().forEach((event) -> {
					if (event instanceof EmergencyEvent.PlanReplaced replaced) {
						json.put("edition", replaced.edition());
					}
				});
				return json.put("version", done.version()).toString();
			});
	}

	private static EmergencyKind kind(String text) {
		try {
			return EmergencyKind.valueOf(text.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw Problems
				.notFound("There is no kind of emergency '" + text + "'; these are: " + List.of(EmergencyKind.values())
						+ ".")
				.exception();
		}
	}

}
