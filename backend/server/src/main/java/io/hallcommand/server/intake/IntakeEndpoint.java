package io.hallcommand.server.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/halls/{hall}/events}: one event, an array, or a stream of lines.
 */
@RestController
class IntakeEndpoint {

	private final Intake intake;

	private final IntakeProperties limits;

	IntakeEndpoint(Intake intake, IntakeProperties limits) {
		this.intake = intake;
		this.limits = limits;
	}

	@PostMapping(path = "/api/halls/{hall}/events", consumes = { MediaType.APPLICATION_JSON_VALUE,
			"application/cloudevents+json", "application/cloudevents-batch+json" })
	Mono<ResponseEntity<?>> events(@PathVariable String hall, ServerHttpRequest request) {
		int most = (int) this.limits.maxBody().toBytes();
		return DataBufferUtils.join(request.getBody(), most)
			.onErrorMap(DataBufferLimitException.class,
					(ex) -> problem(HttpStatus.CONTENT_TOO_LARGE, "too-large",
							"The body is larger than " + this.limits.maxBody()
									+ "; send several, or a stream as application/x-ndjson"))
			.map(IntakeEndpoint::bytes)
			.switchIfEmpty(Mono.error(() -> problem(HttpStatus.BAD_REQUEST, "not-json", "The body is empty")))
			.flatMap((body) -> this.intake.take(new HallId(hall), items(body), 0))
			.map(IntakeEndpoint::response);
	}

	/**
	 * A stream as long as the device likes: each piece that arrives is committed before
	 * the next is read.
	 */
	@PostMapping(path = "/api/halls/{hall}/events", consumes = MediaType.APPLICATION_NDJSON_VALUE)
	Mono<ResponseEntity<?>> stream(@PathVariable String hall, ServerHttpRequest request) {
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
			.map(IntakeEndpoint::response);
	}

	private List<Intake.Item> items(byte[] body) {
		JsonNode json = switch (Intake.parse(body, 0, body.length)) {
			case Intake.Parsed parsed -> parsed.json();
			case Intake.Unreadable unreadable ->
				throw problem(HttpStatus.BAD_REQUEST, "not-json", "The body " + unreadable.reason());
		};
		if (!json.isArray()) {
			return List.of(new Intake.Parsed(json));
		}
		if (json.size() > this.limits.maxBatch()) {
			throw problem(HttpStatus.CONTENT_TOO_LARGE, "too-large",
					"The array has " + json.size() + " events; at most " + this.limits.maxBatch() + " go into one");
		}
		List<Intake.Item> items = new ArrayList<>(json.size());
		json.forEach((event) -> items.add(new Intake.Parsed(event)));
		return items;
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static ResponseEntity<?> response(Answer answer) {
		if (!answer.nothingUsable()) {
			return ResponseEntity.ok(answer);
		}
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		problem.setType(URI.create("/problems/malformed-event"));
		problem.setTitle("No event could be used");
		problem.setDetail(answer.rejected().getFirst().problem().detail());
		problem.setProperty("accepted", answer.accepted());
		problem.setProperty("duplicates", answer.duplicates());
		problem.setProperty("rejected", answer.rejected());
		problem.setProperty("rejectedCount", answer.rejectedCount());
		problem.setProperty("version", answer.version());
		return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + type));
		return new ErrorResponseException(status, problem, null);
	}

}
