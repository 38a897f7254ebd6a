package io.hallcommand.server.intake;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/halls/{hall}/events}: one event, an array, or a stream of lines.
 */
@RestController
class IntakeEndpoint {

	private final Intake intake;

	private final IntakeSettings limits;

	IntakeEndpoint(Intake intake, IntakeSettings limits) {
		this.intake = intake;
		this.limits = limits;
	}

	@PostMapping(path = "/api/halls/{hall}/events", consumes = { MediaType.APPLICATION_JSON_VALUE,
			"application/cloudevents+json", "application/cloudevents-batch+json" })
	Mono<Answer> events(@PathVariable String hall, ServerHttpRequest request) {
		return Body.read(request, this.limits.maxBody())
			.flatMap((body) -> this.intake.take(new HallId(hall), items(body), 0))
			.map(IntakeEndpoint::usable);
	}

	/**
	 * A stream as long as the device likes: each piece that arrives is committed before
	 * the next is read.
	 */
	@PostMapping(path = "/api/halls/{hall}/events", consumes = MediaType.APPLICATION_NDJSON_VALUE)
	Mono<Answer> stream(@PathVariable String hall, ServerHttpRequest request) {
		HallId id = new HallId(hall);
		Lines lines = new Lines((int) this.limits.maxLine().toBytes());
		Flux<List<Intake.Item>> pieces = request.getBody()
			.map(lines::next)
			.concatWith(Mono.fromSupplier(lines::rest))
			.filter((items) -> !items.isEmpty());
		long[] index = { 0 };
		return pieces.concatMap((items) -> {
			long first = index[0];
			index[0] += items.size();
			return this.intake.take(id, items, first);
		}, 1)
			.reduce(Answer.NOTHING, Answer::plus)
			.flatMap((answer) -> (answer.version() > 0) ? Mono.just(answer) : this.intake.take(id, List.of(), 0))
			.map(IntakeEndpoint::usable);
	}

	private List<Intake.Item> items(byte[] body) {
		JsonNode json = switch (Intake.parse(body, 0, body.length)) {
			case Intake.Parsed parsed -> parsed.json();
			case Intake.Unreadable unreadable ->
				throw Problems.badRequest("The body " + unreadable.reason()).exception();
		};
		if (!json.isArray()) {
			return List.of(new Intake.Parsed(json));
		}
		if (json.size() > this.limits.maxBatch()) {
			throw Problems
				.tooLarge(
						"The array has " + json.size() + " events; at most " + this.limits.maxBatch() + " go into one.")
				.exception();
		}
		List<Intake.Item> items = new ArrayList<>(json.size());
		json.forEach((event) -> items.add(new Intake.Parsed(event)));
		return items;
	}

	private static Answer usable(Answer answer) {
		if (!answer.nothingUsable()) {
			return answer;
		}
		throw Problem
			.of(422, "malformed-event", "No event could be used", answer.rejected().getFirst().problem().detail())
			.with("accepted", answer.accepted())
			.with("duplicates", answer.duplicates())
			.with("rejected", answer.rejected())
			.with("rejectedCount", answer.rejectedCount())
			.with("version", answer.version())
			.exception();
	}

}
