package io.hallcommand.server.stream;

import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.rsocket.Peer;
import io.hallcommand.wire.HallJson;
import io.rsocket.Payload;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Answers a request-stream with a feed's frames.
 */
@Component
public class RSocketDoor {

	private final StreamHub hub;

	RSocketDoor(StreamHub hub) {
		this.hub = hub;
	}

	/**
	 * Opens the stream.
	 * @param feed what to watch, once it is there
	 * @param request says which frame the screen has; it is released
	 */
	public Flux<Payload> open(Mono<Feed> feed, Payload request, Peer peer) {
		String lastEventId;
		try {
			lastEventId = lastEventId(request.getDataUtf8());
		}
		catch (JacksonException ex) {
			return Flux
				.error(Problems.badRequest("The data is neither empty nor {\"lastEventId\":\"…\"}.").exception());
		}
		finally {
			request.release();
		}
		return feed.flatMapMany((found) -> frames(found, lastEventId, peer));
	}

	private Publisher<Payload> frames(Feed feed, @Nullable String lastEventId, Peer peer) {
		return (reader) -> peer.channel()
			.eventLoop()
			.execute(() -> new RSocketOutlet(this.hub, peer, reader).open(feed, lastEventId));
	}

	private static @Nullable String lastEventId(String data) {
		if (data.isBlank()) {
			return null;
		}
		JsonNode id = HallJson.mapper().readTree(data).get("lastEventId");
		return (id != null && id.isString()) ? id.stringValue() : null;
	}

}
