package io.hallcommand.server.region;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.rsocket.HallRoute;
import io.hallcommand.server.rsocket.Peer;
import io.hallcommand.server.stream.RSocketDoor;
import io.rsocket.Payload;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * {@code halls.{hall}.region}: a region's frames as a request-stream.
 */
@Component
class RegionRoute implements HallRoute {

	private final Regions regions;

	private final Directory directory;

	private final RSocketDoor door;

	RegionRoute(Regions regions, Directory directory, RSocketDoor door) {
		this.regions = regions;
		this.directory = directory;
		this.door = door;
	}

	@Override
	public String name() {
		return "region";
	}

	@Override
	public Right right() {
		return Right.VIEW;
	}

	@Override
	public Flux<Payload> stream(HallId hall, Payload request, Peer peer) {
		if (!this.directory.exists(hall)) {
			request.release();
			return Flux.error(Problems.noSuchHall(hall).exception());
		}
		return this.door.open(this.regions.feed(hall), request, peer);
	}

}
