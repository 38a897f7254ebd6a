package io.hallcommand.server.stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.rsocket.HallRoute;
import io.hallcommand.server.rsocket.Peer;
import io.rsocket.Payload;
import reactor.core.publisher.Flux;

/**
 * A hall's frames for an audience as a request-stream, the twin of the server-sent
 * events.
 */
final class RSocketStream implements HallRoute {

	private final String name;

	private final Right right;

	private final Audience audience;

	private final Halls halls;

	private final StreamHub hub;

	private final RSocketDoor door;

	RSocketStream(String name, Right right, Audience audience, Halls halls, StreamHub hub, RSocketDoor door) {
		this.name = name;
		this.right = right;
		this.audience = audience;
		this.halls = halls;
		this.hub = hub;
		this.door = door;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Right right() {
		return this.right;
	}

	@Override
	public Flux<Payload> stream(HallId hall, Payload request, Peer peer) {
		return this.door.open(this.halls.enliven(hall).map((version) -> this.hub.feed(hall, this.audience)), request,
				peer);
	}

}
