package io.hallcommand.server.rsocket;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.rsocket.Payload;
import reactor.core.publisher.Flux;

/**
 * What is found at {@code halls.{hall}.{name}}. It is called on the connection's event
 * loop, by callers that have the right in the hall. It releases the payloads it gets.
 */
public interface HallRoute {

	String name();

	Right right();

	/**
	 * Answers a request-stream.
	 */
	default Flux<Payload> stream(HallId hall, Payload request, Peer peer) {
		request.release();
		return Flux.error(RSocketProblem.rejected("This route takes a request-channel, not a request-stream"));
	}

	/**
	 * Answers a request-channel. The first payload carries the route.
	 */
	default Flux<Payload> channel(HallId hall, Flux<Payload> requests, Peer peer) {
		return Flux.error(RSocketProblem.rejected("This route takes a request-stream, not a request-channel"));
	}

}
