package io.hallcommand.server.live;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.server.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings halls to life and up to date from the journal. On the lane's thread.
 */
final class Reading {

	private static final Logger log = LoggerFactory.getLogger(Reading.class);

	/** How many entries one look into the journal brings at most. */
	private static final int READ_LIMIT = 5_000;

	private static final int READ_CHUNK = 500;

	private final LaneLoop loop;

	private final Journal journal;

	private final Residents residents;

	private final Backlog backlog;

	private final FollowUp followUp;

	/** Told of a hall that has been read. */
	private final Consumer<LiveHall> ready;

	Reading(LaneLoop loop, Journal journal, Residents residents, Backlog backlog, FollowUp followUp,
			Consumer<LiveHall> ready) {
		this.loop = loop;
		this.journal = journal;
		this.residents = residents;
		this.backlog = backlog;
		this.followUp = followUp;
		this.ready = ready;
	}

	/** The hall; if it does not live here yet, its reading has begun. */
	LiveHall enliven(HallId id) {
		LiveHall living = this.residents.get(id);
		if (living != null) {
			return living;
		}
		LiveHall hall = this.residents.add(id, () -> this.loop.run(() -> drawWhole(id)));
		hall.beginReading();
		this.journal.snapshot(id)
			.publishOn(this.loop.scheduler())
			.subscribe((snapshot) -> restore(hall, snapshot), (ex) -> this.loop.run(() -> unreadable(hall, ex)),
					() -> this.loop.run(() -> readOn(hall)));
		return hall;
	}

	/** Catches up with the journal. */
	void read(LiveHall hall) {
		if (hall.beginReading()) {
			readOn(hall);
		}
	}

	/** The hall is no longer what it should be: whoever wants it has to come again. */
	void giveUp(LiveHall hall, Throwable cause) {
		unreadable(hall, cause);
		this.residents.remove(hall);
	}

	private void drawWhole(HallId id) {
		LiveHall hall = this.residents.get(id);
		if (hall != null && hall.exists()) {
			hall.screens().view(hall.view());
		}
	}

	/** A snapshot that cannot be used is none: the journal holds everything. */
	private static void restore(LiveHall hall, HallSnapshot snapshot) {
		try {
			hall.restore(snapshot);
		}
		catch (RuntimeException ex) {
			log.warn("The snapshot of hall {} is of no use; its journal is read from the beginning", hall.id(), ex);
		}
	}

	private void readOn(LiveHall hall) {
		AtomicInteger count = new AtomicInteger();
		this.journal.read(hall.id(), hall.version(), READ_LIMIT)
			.buffer(READ_CHUNK)
			.publishOn(this.loop.scheduler(), 1)
			.subscribe((entries) -> {
				count.addAndGet(entries.size());
				if (!hall.follow(entries)) {
					throw new IllegalStateException("The journal of hall " + hall.id() + " has nothing between version "
							+ hall.version() + " and " + entries.getFirst().version());
				}
				this.followUp.moved(hall, entries);
			}, (ex) -> this.loop.run(() -> unreadable(hall, ex)), () -> this.loop.run(() -> {
				if (hall.endReading() || count.get() == READ_LIMIT) {
					read(hall);
				}
				else {
					arrived(hall);
				}
			}));
	}

	private void arrived(LiveHall hall) {
		// A hall whose first plan is just being committed has nobody to turn away yet
		if (hall.exists() || hall.inbox().isEmpty()) {
			this.residents.welcome(hall);
		}
		if (!hall.exists() && hall.inbox().isEmpty()) {
			this.residents.remove(hall);
			return;
		}
		this.followUp.alive(hall);
		this.ready.accept(hall);
	}

	private void unreadable(LiveHall hall, Throwable cause) {
		hall.endReading();
		log.debug("Hall {} could not be read", hall.id(), cause);
		this.residents.turnAway(hall, cause);
		while (!hall.inbox().isEmpty()) {
			Command command = hall.inbox().removeFirst();
			this.backlog.leave(command.weight());
			command.fail(cause);
		}
		if (!hall.exists()) {
			this.residents.remove(hall);
		}
	}

}
