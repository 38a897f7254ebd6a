package io.hallcommand.server.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.cluster.Relay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/**
 * The halls that live in a lane, and who waits for one to come to life. On the lane's
 * thread.
 */
final class Residents {

	private final Map<HallId, LiveHall> halls = new HashMap<>();

	private final Map<HallId, List<MonoSink<LiveHall>>> waiting = new HashMap<>();

	private final Relay relay;

	private final Screens.Factory screens;

	Residents(Relay relay, Screens.Factory screens) {
		this.relay = relay;
		this.screens = screens;
	}

	@Nullable LiveHall get(HallId id) {
		return this.halls.get(id);
	}

	/**
	 * Makes room for a hall; it knows nothing of its journal yet.
	 * @param draw asks for the hall's whole view; any thread may run it
	 */
	LiveHall add(HallId id, Runnable draw) {
		LiveHall hall = new LiveHall(id, this.screens.screensOf(id, draw));
		this.halls.put(id, hall);
		this.relay.listen(id);
		return hall;
	}

	void remove(LiveHall hall) {
		this.halls.remove(hall.id());
		this.relay.forget(hall.id());
		this.screens.forget(hall.id());
	}

	/** Answers with the hall as soon as it is known whether there is one. */
	void await(HallId id, MonoSink<LiveHall> sink) {
		this.waiting.computeIfAbsent(id, (unused) -> new ArrayList<>()).add(sink);
	}

	/** All that the journal holds of the hall is known: answers those who waited. */
	void welcome(LiveHall hall) {
		for (MonoSink<LiveHall> sink : takeWaiting(hall)) {
			if (hall.exists()) {
				sink.success(hall);
			}
			else {
				sink.error(new NoSuchHallException(hall.id()));
			}
		}
	}

	void turnAway(LiveHall hall, Throwable cause) {
		takeWaiting(hall).forEach((sink) -> sink.error(cause));
	}

	private List<MonoSink<LiveHall>> takeWaiting(LiveHall hall) {
		List<MonoSink<LiveHall>> sinks = this.waiting.remove(hall.id());
		return (sinks != null) ? sinks : List.of();
	}

}
