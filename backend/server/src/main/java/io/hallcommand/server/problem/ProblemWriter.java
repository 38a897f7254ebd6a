package io.hallcommand.server.problem;

import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes problems as the answer to HTTP requests.
 */
public final class ProblemWriter {

	private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

	private ProblemWriter() {
	}

	/**
	 * Answers with the problem. The answer must not have begun.
	 */
	public static Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(PROBLEM);
		headers.setCacheControl("no-store");
		problem.headers().forEach(headers::set);
		Problem told = problem.with("instance", exchange.getRequest().getPath().value());
		byte[] body = told.json().getBytes(StandardCharsets.UTF_8);
		headers.setContentLength(body.length);
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

}
