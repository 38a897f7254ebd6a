package io.hallcommand.server.rsocket;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.problem.Problems;
import io.rsocket.Payload;
import reactor.core.publisher.Flux;

/**
 * What is found at {@code halls.{hall}.{name}}. It is called on the connection's event
 * loop, by callers that have the right in the hall. It releases the payloads it gets.
 * What it signals as an error is told as the problem that it stands for.
 */
public interface HallRoute {

	String name();

	Right right();

	/**
	 * Answers a request-stream.
	 */
	default Flux<Payload> stream(HallId hall, Payload request, Peer peer) {
		request.release();
		return Flux.error(Problems.badRequest("This route takes a request-channel.").exception());
	}

	/**
	 * Answers a request-channel. The first payload carries the route.
	 */
	default Flux<Payload> channel(HallId hall, Flux<Payload> requests, Peer peer) {
		return Flux.error(Problems.badRequest("This route takes a request-stream.").exception());
	}

}
