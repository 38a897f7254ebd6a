package io.hallcommand.server.live;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import io.hallcommand.server.cluster.Relay;
import io.hallcommand.server.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what halls are asked to do and commits it: one commit under way. What arrives
 * during a commit makes the next one, so the journal's own pace decides how large commits
 * are. On the lane's thread.
 */
final class Committing {

	private static final Logger log = LoggerFactory.getLogger(Committing.class);

	private final LaneLoop loop;

	private final Journal journal;

	private final Relay relay;

	private final Residents residents;

	private final Backlog backlog;

	private final Reading reading;

	private final FollowUp followUp;

	private final InstantSource clock;

	private final int largest;

	/** To be run when the journal does not answer. */
	private final Runnable silence;

	/** Halls with something to decide, in the order in which it came. */
	private final SequencedSet<LiveHall> hot = new LinkedHashSet<>();

	private boolean appending;

	private boolean commitComing;

	/**
	 * One hall's part of a commit.
	 */
	private record Part(LiveHall hall, Batch batch) {

		Journal.Append append() {
			return new Journal.Append(this.hall.id(), this.batch.expected(), this.batch.entries(), this.hall.wakesAt());
		}

	}

	/**
	 * @param largest how many events one commit takes at most
	 */
	Committing(LaneLoop loop, Journal journal, Relay relay, Residents residents, Backlog backlog, Reading reading,
			FollowUp followUp, InstantSource clock, int largest, Runnable silence) {
		this.loop = loop;
		this.journal = journal;
		this.relay = relay;
		this.residents = residents;
		this.backlog = backlog;
		this.reading = reading;
		this.followUp = followUp;
		this.clock = clock;
		this.largest = largest;
		this.silence = silence;
	}

	/** The hall may have something to decide. */
	void heat(LiveHall hall) {
		if (hall.ready()) {
			this.hot.add(hall);
			commitSoon();
		}
	}

	private void commitSoon() {
		// Behind what other threads have handed in already: it goes into the same commit
		if (!this.appending && !this.commitComing && !this.hot.isEmpty()) {
			this.commitComing = true;
			this.loop.run(this::commit);
		}
	}

	private void commit() {
		this.commitComing = false;
		if (this.appending) {
			return;
		}
		List<Part> parts = decide(this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		if (parts.isEmpty()) {
			commitSoon();
			return;
		}
		this.appending = true;
		this.journal.append(parts.stream().map(Part::append).toList())
			.subscribe((outcomes) -> this.loop.run(() -> appended(parts, outcomes)),
					(ex) -> this.loop.run(() -> failed(parts, ex)));
	}

	/** What the next commit holds; halls that write nothing are answered at once. */
	private List<Part> decide(Instant now) {
		int room = this.largest;
		List<Part> parts = new ArrayList<>();
		while (room > 0 && !this.hot.isEmpty()) {
			LiveHall hall = this.hot.removeFirst();
			if (!hall.ready()) {
				continue;
			}
			Batch batch = hall.newBatch();
			try {
				hall.decide(batch, room, now);
			}
			catch (RuntimeException ex) {
				spoiled(hall, batch, ex);
				continue;
			}
			if (batch.entries().isEmpty()) {
				finish(hall, batch);
				continue;
			}
			room -= batch.entries().size();
			parts.add(new Part(hall, batch));
		}
		return parts;
	}

	private void appended(List<Part> parts, List<Journal.Outcome> outcomes) {
		this.appending = false;
		for (int i = 0; i < parts.size(); i++) {
			LiveHall hall = parts.get(i).hall();
			try {
				appended(hall, parts.get(i).batch(), outcomes.get(i));
			}
			catch (RuntimeException ex) {
				log.error("Hall {} could not take over what was committed; it is read anew", hall.id(), ex);
				this.reading.giveUp(hall, ex);
			}
		}
		this.followUp.keep();
		commitSoon();
	}

	private void appended(LiveHall hall, Batch batch, Journal.Outcome outcome) {
		switch (outcome) {
			case Journal.Committed committed -> {
				finish(hall, batch);
				this.relay.send(hall.id(), batch.entries());
				this.followUp.moved(hall, batch.entries());
			}
			case Journal.MovedOn movedOn -> {
				hall.movedOn(batch);
				this.reading.read(hall);
			}
			case Journal.Duplicates duplicates -> {
				this.backlog.leave(hall.duplicates(batch, duplicates.keys()));
				heat(hall);
			}
		}
	}

	private void finish(LiveHall hall, Batch batch) {
		this.backlog.leave(batch.weight());
		hall.committed(batch);
		this.residents.welcome(hall);
		if (!hall.exists() && hall.inbox().isEmpty()) {
			this.residents.remove(hall);
		}
		heat(hall);
	}

	/** A bug in the core must cost the batch that shows it, and nothing else. */
	private void spoiled(LiveHall hall, Batch batch, RuntimeException cause) {
		log.error("Hall {} could not decide on {} events", hall.id(), batch.weight(), cause);
		this.backlog.leave(batch.weight());
		hall.failed(batch, cause);
		heat(hall);
	}

	private void failed(List<Part> parts, Throwable cause) {
		this.appending = false;
		this.silence.run();
		for (Part part : parts) {
			this.backlog.leave(part.batch().weight());
			part.hall().failed(part.batch(), cause);
			// It may have been committed all the same
			this.reading.read(part.hall());
		}
		commitSoon();
	}

}
