package io.hallcommand.server.directory.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.Label;
import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.directory.PlanText;
import io.hallcommand.server.directory.Plans;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.problem.Problems.FieldError;
import io.hallcommand.wire.PlanJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The halls and their plans.
 */
@RestController
class PlanController {

	private static final String YAML = "application/yaml";

	private static final int MAX_BYTES = 2 << 20;

	private final Directory directory;

	private final Plans plans;

	private final Access access;

	PlanController(Directory directory, Plans plans, Access access) {
		this.directory = directory;
		this.plans = plans;
		this.access = access;
	}

	/**
	 * A hall in the tree.
	 *
	 * @param parent only if the caller sees it too
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Hall(String hall, Label name, HallLevel level, @Nullable String parent) {
	}

	/**
	 * What became of a plan.
	 */
	record Put(String hall, long version) {
	}

	/** The halls that the caller may see, parents before their children. */
	@GetMapping("/api/halls")
	List<Hall> halls(@AuthenticationPrincipal Caller caller) {
		List<HallPlan> seen = this.directory.plans()
			.stream()
			.filter((plan) -> this.access.allows(caller, Right.VIEW, plan.hall()))
			.toList();
		Set<HallId> ids = new HashSet<>();
		seen.forEach((plan) -> ids.add(plan.hall()));
		return seen.stream()
			.map((plan) -> new Hall(plan.hall().value(), plan.name(), plan.level(),
					(plan.parent() != null && ids.contains(plan.parent())) ? plan.parent().value() : null))
			.toList();
	}

	@GetMapping(path = "/api/halls/{hall}/plan", produces = MediaType.APPLICATION_JSON_VALUE)
	String json(@PathVariable String hall) {
		return PlanJson.write(plan(hall)).toString();
	}

	@GetMapping(path = "/api/halls/{hall}/plan", produces = YAML)
	String yaml(@PathVariable String hall) {
		return PlanText.yaml(plan(hall));
	}

	@PutMapping(path = "/api/halls/{hall}/plan",
			consumes = { MediaType.APPLICATION_JSON_VALUE, YAML, "application/x-yaml", "text/yaml" })
	Mono<ResponseEntity<Put>> put(@PathVariable("hall") String id, ServerHttpRequest request,
			@AuthenticationPrincipal Caller caller) {
		HallId hall = new HallId(id);
		MediaType type = request.getHeaders().getContentType();
		PlanText.Format format = MediaType.APPLICATION_JSON.isCompatibleWith(type) ? PlanText.Format.JSON
				: PlanText.Format.YAML;
		return body(request).publishOn(Schedulers.boundedElastic()).map((text) -> {
			HallPlan plan = read(text, format, hall);
			checkPlace(caller, plan);
			return plan;
		})
			.flatMap((plan) -> this.plans.put(plan, caller.name()))
			.map((outcome) -> ResponseEntity.status(outcome.created() ? HttpStatus.CREATED : HttpStatus.OK)
				.body(new Put(hall.value(), outcome.version())));
	}

	private HallPlan plan(String id) {
		HallId hall = new HallId(id);
		return this.directory.plan(hall).orElseThrow(() -> Problems.noSuchHall(hall).exception());
	}

	private static Mono<byte[]> body(ServerHttpRequest request) {
		return DataBufferUtils.join(request.getBody(), MAX_BYTES).map((buffer) -> {
			byte[] text = new byte[buffer.readableByteCount()];
			buffer.read(text);
			DataBufferUtils.release(buffer);
			return text;
		}).switchIfEmpty(Mono.error(() -> Problems.badRequest("The body is empty; it should be a plan.").exception()));
	}

	private static HallPlan read(byte[] text, PlanText.Format format, HallId hall) {
		PlanText.Reading reading = PlanText.read(text, format, hall);
		HallPlan plan = reading.plan();
		if (plan != null) {
			return plan;
		}
		PlanText.Fault first = reading.faults().getFirst();
		String where = (first.line() > 0) ? "Line " + first.line() + ": " : "";
		String sentence = where + (first.field().isEmpty() ? "the plan" : "'" + first.field() + "'") + " "
				+ first.reason() + ".";
		if (first.field().isEmpty()) {
			throw Problems.badRequest(sentence).exception();
		}
		throw Problems
			.unusable(sentence,
					reading.faults().stream().map((fault) -> new FieldError(fault.field(), fault.reason())).toList())
			.exception();
	}

	/**
	 * Who is for a part of the tree may change halls within it, and hang halls only
	 * there.
	 */
	private void checkPlace(Caller caller, HallPlan plan) {
		if (caller.scope() == null) {
			return;
		}
		HallId hall = plan.hall();
		HallId parent = plan.parent();
		HallPlan old = this.directory.plan(hall).orElse(null);
		if (old != null && !this.access.allows(caller, Right.PLAN, hall)) {
			throw Problems
				.forbidden(caller.name() + " is for the hall '" + caller.scope() + "' and those below it, and '" + hall
						+ "' is not among them.")
				.exception();
		}
		boolean stays = old != null && java.util.Objects.equals(old.parent(), parent);
		if (!stays && (parent == null || !this.access.allows(caller, Right.PLAN, parent))) {
			throw Problems
				.forbidden(caller.name() + " is for the hall '" + caller.scope()
						+ "' and those below it: the plan's parent must be one of these.")
				.exception();
		}
	}

}
