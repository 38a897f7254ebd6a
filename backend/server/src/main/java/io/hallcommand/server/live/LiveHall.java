package io.hallcommand.server.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallSnapshot;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.UsualDays;
import org.jspecify.annotations.Nullable;

/**
 * One hall in this node's memory; confined to its lane's thread.
 * <p>
 * It holds the state twice. {@code committed} is the fold of what is in the journal:
 * everything that is shown comes from it. {@code ahead} has also taken what is being
 * committed just now, so that a batch is decided event by event; when the commit is
 * refused, {@code ahead} is made anew from {@code committed}.
 */
final class LiveHall {

	private final HallId id;

	private final Screens screens;

	private final ArrayDeque<Command> inbox = new ArrayDeque<>();

	private final Rehearsal rehearsal = new Rehearsal();

	private Hall committed;

	private Hall ahead;

	private @Nullable Batch underWay;

	private boolean reading;

	private boolean readAgain;

	private long keptVersion;

	/** When the last frame was drawn, in nanoseconds of the lane's clock. */
	private long drawnAt = Long.MIN_VALUE / 2;

	private boolean drawingLater;

	private @Nullable Instant wakesAt;

	private @Nullable Future<?> alarm;

	LiveHall(HallId id, Screens screens) {
		this.id = id;
		this.screens = screens;
		this.committed = Hall.empty(id);
		this.ahead = Hall.empty(id);
	}

	HallId id() {
		return this.id;
	}

	void restore(HallSnapshot snapshot) {
		this.committed = Hall.restore(snapshot);
		this.ahead = Hall.restore(snapshot);
		this.keptVersion = snapshot.version();
		this.screens.skipped(snapshot.version());
	}

	long version() {
		return this.committed.version();
	}

	boolean exists() {
		return this.committed.plan() != null;
	}

	HallView view() {
		return this.committed.view();
	}

	Glance glance() {
		return this.committed.glance();
	}

	@Nullable Alert alert(AlertId id) {
		return this.committed.alert(id);
	}

	ContingencyPlans contingencyPlans() {
		return this.committed.contingencyPlans();
	}

	@Nullable Emergency emergency(EmergencyId id) {
		return this.committed.emergency(id);
	}

	/** Those that run, and the last few that do not. */
	List<Emergency> emergencies() {
		return List.copyOf(this.committed.emergencies());
	}

	AlertPolicy rules() {
		return this.committed.rules();
	}

	UsualDays usual() {
		return this.committed.usual();
	}

	/** Shows what is not recorded yet. */
	EmergencyAnswer show(Urgent urgent, Instant now) {
		this.rehearsal.add(urgent);
		showUnrecorded(now);
		return this.rehearsal.answer(this.committed, urgent, now);
	}

	/** It is recorded, or will never be. */
	void recorded(Urgent urgent, Instant now) {
		if (this.rehearsal.remove(urgent)) {
			this.screens.unrecorded(this.rehearsal.picture(this.committed, now));
		}
	}

	/** Shows anew what differs from what is recorded, if anything may. */
	void showUnrecorded(Instant now) {
		if (!this.rehearsal.isEmpty()) {
			this.screens.unrecorded(this.rehearsal.picture(this.committed, now));
		}
	}

	/** When the hall has something to do by itself, once what is decided is committed. */
	@Nullable Instant wakesAt() {
		return this.ahead.nextAlarm();
	}

	Screens screens() {
		return this.screens;
	}

	ArrayDeque<Command> inbox() {
		return this.inbox;
	}

	/** Whether a batch can be decided now. */
	boolean ready() {
		return this.underWay == null && !this.reading && !this.inbox.isEmpty();
	}

	boolean committing() {
		return this.underWay != null;
	}

	/**
	 * Decides on what waits.
	 * @param room how many events the commit still takes; one command may exceed it
	 */
	void decide(Batch batch, int room, Instant now) {
		this.underWay = batch;
		while (!this.inbox.isEmpty() && batch.entries().size() < room) {
			batch.decide(this.inbox.removeFirst(), this.ahead, now);
		}
	}

	/** A batch to be decided on the present state. */
	Batch newBatch() {
		return new Batch(this.ahead.version());
	}

	/** The batch is in the journal. */
	void committed(Batch batch) {
		this.underWay = null;
		follow(batch.entries());
		batch.answer(this.id);
	}

	/** Another node was first: the batch is decided again after reading on. */
	void movedOn(Batch batch) {
		this.underWay = null;
		reset();
		again(batch.commands());
	}

	/**
	 * Some reports are in the journal already: the rest is decided again.
	 * @return how many reports no longer wait
	 */
	int duplicates(Batch batch, List<EventKey> known) {
		this.underWay = null;
		reset();
		List<Command> rest = batch.commandsWithout(new HashSet<>(known));
		again(rest);
		return batch.weight() - Batch.weight(rest);
	}

	/** Nobody knows whether the batch was committed. Its callers may ask again. */
	void failed(Batch batch, Throwable cause) {
		this.underWay = null;
		reset();
		batch.fail(cause);
	}

	/**
	 * Takes over entries of the journal; those it has already are passed over.
	 * @return whether they reached up to here without a gap
	 */
	boolean follow(List<JournalEntry> entries) {
		for (JournalEntry entry : entries) {
			if (entry.version() > this.committed.version() + 1) {
				return false;
			}
			if (entry.version() == this.committed.version() + 1) {
				this.committed.apply(entry);
				if (this.underWay == null && this.ahead.version() + 1 == entry.version()) {
					this.ahead.apply(entry);
				}
			}
		}
		this.ahead.skipFrame();
		if (this.underWay == null && this.ahead.version() != this.committed.version()) {
			reset();
		}
		return true;
	}

	/** Begins reading the journal; a second wish while it reads is kept for later. */
	boolean beginReading() {
		if (this.reading) {
			this.readAgain = true;
			return false;
		}
		this.reading = true;
		return true;
	}

	/**
	 * Ends reading.
	 * @return whether somebody wished to read again meanwhile
	 */
	boolean endReading() {
		boolean again = this.readAgain;
		this.reading = false;
		this.readAgain = false;
		return again;
	}

	boolean needsKeeping(int every) {
		return this.committed.version() - this.keptVersion >= every;
	}

	HallSnapshot keep() {
		this.keptVersion = this.committed.version();
		return this.committed.snapshot();
	}

	/**
	 * Draws the next frame, if somebody looks and something changed.
	 * @param cadence how long a frame waits for what else happens, in nanoseconds; alerts
	 * never wait
	 * @return in how many nanoseconds to draw, when that is not now; 0 if it is done
	 */
	long draw(long now, long cadence) {
		if (!exists()) {
			return 0;
		}
		if (!this.screens.watched()) {
			this.committed.skipFrame();
			this.screens.skipped(this.committed.version());
			return 0;
		}
		if (this.drawingLater && cadence > 0) {
			return 0;
		}
		long wait = this.drawnAt + cadence - now;
		if (wait > 0) {
			this.drawingLater = true;
			return wait;
		}
		HallFrame frame = this.committed.takeFrame();
		if (frame != null) {
			this.drawnAt = now;
			this.screens.frame(frame);
		}
		return 0;
	}

	void drawNow() {
		this.drawingLater = false;
	}

	/** When to wake the hall, if that is not arranged already. */
	Optional<Instant> newDeadline() {
		Optional<Instant> next = this.committed.nextDeadline();
		if (next.isEmpty() || next.get().equals(this.wakesAt)) {
			return Optional.empty();
		}
		this.wakesAt = next.get();
		return next;
	}

	/** Takes over the timer of the next deadline; there is one at a time. */
	void alarm(Future<?> next) {
		if (this.alarm != null) {
			this.alarm.cancel(false);
		}
		this.alarm = next;
	}

	void woken() {
		this.wakesAt = null;
	}

	/** The newest plan among the entries, for the directory. */
	static Optional<HallPlan> planIn(List<JournalEntry> entries) {
		for (JournalEntry entry : entries.reversed()) {
			if (entry.event() instanceof HallEvent.HallPlanned planned) {
				return Optional.of(planned.plan());
			}
		}
		return Optional.empty();
	}

	private void reset() {
		this.ahead = Hall.restore(this.committed.snapshot());
	}

	private void again(List<Command> commands) {
		for (Command command : commands.reversed()) {
			this.inbox.addFirst(command);
		}
	}

}
