package io.hallcommand.server.rules;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.RulesJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
 * {@code /api/halls/{hall}/rules}: what the hall changes of the rules above it, and what
 * holds in the end.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/rules", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleEndpoint {

	private final HallRules rules;

	private final Directory directory;

	RuleEndpoint(HallRules rules, Directory directory) {
		this.rules = rules;
		this.directory = directory;
	}

	@GetMapping
	Mono<String> rules(@PathVariable String hall) {
		HallId id = known(hall);
		return this.rules.own(id).zipWith(this.rules.effective(id)).map((found) -> {
			ObjectNode json = HallJson.mapper().createObjectNode();
			json.set("own", found.getT1());
			json.set("effective", RulesJson.write(found.getT2()));
			return json.toString();
		});
	}

	@PutMapping
	Mono<String> replace(@PathVariable String hall, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		HallId id = known(hall);
		return this.rules.put(id, patch(body), caller.name())
			.map((outcome) -> HallJson.mapper()
				.createObjectNode()
				.put("halls", outcome.halls())
				.put("failed", outcome.failed())
				.toString());
	}

	private HallId known(String hall) {
		HallId id = new HallId(hall);
		if (!this.directory.exists(id)) {
			throw Problems.noSuchHall(id).exception();
		}
		return id;
	}

	private static JsonNode patch(@Nullable String body) {
		try {
			JsonNode patch = HallJson.mapper().readTree((body != null) ? body : "");
			if (patch.isObject()) {
				return patch;
			}
		}
		catch (JacksonException ex) {
			throw Problems.badRequest("The body is not JSON: " + ex.getOriginalMessage()).exception();
		}
		throw Problems.badRequest("The body is not a JSON object; {} means the rules of the hall above.").exception();
	}

}
