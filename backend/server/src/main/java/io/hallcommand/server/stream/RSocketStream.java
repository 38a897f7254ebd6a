package io.hallcommand.server.stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.rsocket.HallRoute;
import io.hallcommand.server.rsocket.Peer;
import io.hallcommand.wire.HallJson;
import io.rsocket.Payload;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * {@code halls.{hall}.stream}: a hall's frames as a request-stream, the twin of the
 * server-sent events.
 */
@Component
class RSocketStream implements HallRoute {

	private final Halls halls;

	private final StreamHub hub;

	RSocketStream(Halls halls, StreamHub hub) {
		this.halls = halls;
		this.hub = hub;
	}

	@Override
	public String name() {
		return "stream";
	}

	@Override
	public Right right() {
		return Right.VIEW;
	}

	@Override
	public Flux<Payload> stream(HallId hall, Payload request, Peer peer) {
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
		Publisher<Payload> frames = (reader) -> peer.channel()
			.eventLoop()
			.execute(() -> new RSocketOutlet(this.hub, peer, reader).open(hall, lastEventId));
		return this.halls.enliven(hall).thenMany(frames);
	}

	private static @Nullable String lastEventId(String data) {
		if (data.isBlank()) {
			return null;
		}
		JsonNode id = HallJson.mapper().readTree(data).get("lastEventId");
		return (id != null && id.isString()) ? id.stringValue() : null;
	}

}
