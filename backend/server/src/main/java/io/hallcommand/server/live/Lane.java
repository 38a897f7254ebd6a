package io.hallcommand.server.live;

import java.time.InstantSource;
import java.util.List;

import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.cluster.Relay;
import io.hallcommand.server.journal.Journal;
import reactor.core.publisher.Mono;

/**
 * The writer of many halls: one thread, which reads halls from the journal, decides what
 * they are asked, and commits it. This is its door for other threads.
 */
final class Lane {

	private final LaneLoop loop;

	private final Backlog backlog;

	private final Residents residents;

	private final FollowUp followUp;

	private final Reading reading;

	private final Committing committing;

	private final InstantSource clock;

	Lane(int number, Journal journal, Relay relay, Screens.Factory screens, Listeners listeners, InstantSource clock,
			LiveSettings settings, Runnable silence) {
		this.clock = clock;
		this.loop = new LaneLoop(number);
		this.backlog = new Backlog(settings.waiting());
		this.residents = new Residents(relay, screens);
		this.followUp = new FollowUp(this.loop, journal, listeners, clock, settings, this::heat);
		this.reading = new Reading(this.loop, journal, this.residents, this.backlog, this.followUp, this::heat);
		this.committing = new Committing(this.loop, journal, relay, this.residents, this.backlog, this.reading,
				this.followUp, clock, settings.batch(), silence);
	}

	/** How many events wait for their commit. */
	int waiting() {
		return this.backlog.waiting();
	}

	void close() {
		this.loop.close();
	}

	/** Any thread: hands a command to a hall. */
	void submit(HallId id, Command command) {
		if (!this.backlog.enter(command.weight())) {
			command.fail(new HallBusyException("Too many events wait to be committed"));
			return;
		}
		this.loop.run(() -> {
			LiveHall hall = this.reading.enliven(id);
			hall.inbox().add(command);
			heat(hall);
		});
	}

	/** Any thread: the hall, once it is alive; used on the lane's thread only. */
	Mono<LiveHall> hall(HallId id) {
		return Mono.create((sink) -> this.loop.run(() -> {
			LiveHall hall = this.reading.enliven(id);
			if (hall.exists()) {
				sink.success(hall);
			}
			else {
				this.residents.await(id, sink);
			}
		}));
	}

	/** Any thread: shows something before it is recorded, if the hall is alive here. */
	Mono<EmergencyAnswer> show(HallId id, Urgent urgent) {
		return Mono.create((sink) -> this.loop.run(() -> {
			LiveHall hall = this.residents.get(id);
			if (hall == null || !hall.exists()) {
				sink.success();
			}
			else {
				sink.success(hall.show(urgent, this.clock.instant()));
			}
		}));
	}

	/** Any thread: it is recorded. After the frame that says so. */
	void recorded(HallId id, Urgent urgent) {
		this.loop.run(() -> {
			LiveHall hall = this.residents.get(id);
			if (hall != null && hall.exists()) {
				hall.recorded(urgent, this.clock.instant());
			}
		});
	}

	/** Any thread: another node committed these. */
	void told(HallId id, List<JournalEntry> entries) {
		this.loop.run(() -> {
			LiveHall hall = this.residents.get(id);
			if (hall == null) {
				return;
			}
			if (hall.follow(entries)) {
				this.followUp.moved(hall, entries);
			}
			else {
				this.reading.read(hall);
			}
		});
	}

	/** Any thread: the journal says that the hall is at this version. */
	void seen(HallId id, long version) {
		this.loop.run(() -> {
			LiveHall hall = this.residents.get(id);
			if (hall != null && version > hall.version() && !hall.committing()) {
				this.reading.read(hall);
			}
		});
	}

	private void heat(LiveHall hall) {
		this.committing.heat(hall);
	}

}
