package io.hallcommand.server.stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.rsocket.HallRoute;
import io.hallcommand.server.rsocket.Peer;
import io.rsocket.Payload;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * {@code halls.{hall}.stream}: a hall's frames as a request-stream, the twin of the
 * server-sent events.
 */
@Component
class RSocketStream implements HallRoute {

	private final Halls halls;

	private final StreamHub hub;

	private final RSocketDoor door;

	RSocketStream(Halls halls, StreamHub hub, RSocketDoor door) {
		this.halls = halls;
		this.hub = hub;
		this.door = door;
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
		return this.door.open(this.halls.enliven(hall).map((version) -> this.hub.feed(hall)), request, peer);
	}

}
