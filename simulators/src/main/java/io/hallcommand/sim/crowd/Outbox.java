package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.Answer;
import io.hallcommand.sim.client.BackOff;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;

/**
 * What was not sent yet. It tries again with the same ids until the hall has everything,
 * or until that is of no use any more because the events are too many or too old.
 */
final class Outbox {

	private static final int CAPACITY = 20_000;

	private static final int BATCH = 200;

	/** A minute before a hall flags a device's clock as off. */
	private static final Duration TOO_OLD = Duration.ofMinutes(9).plusSeconds(30);

	private final HallClient client;

	private final InstantSource clock;

	private final Consumer<String> log;

	private final Deque<Report> waiting = new ArrayDeque<>();

	private boolean closed;

	private boolean lost;

	private long sent;

	Outbox(HallClient client, InstantSource clock, Consumer<String> log) {
		this.client = client;
		this.clock = clock;
		this.log = log;
	}

	synchronized void add(Report report) {
		if (this.waiting.size() >= CAPACITY) {
			this.lost = true;
		}
		else if (!this.lost) {
			this.waiting.add(report);
			notifyAll();
		}
	}

	synchronized long sent() {
		return this.sent;
	}

	synchronized void close() {
		this.closed = true;
		notifyAll();
	}

	/**
	 * Sends until closed.
	 * @return whether everything arrived; if not, the hall's own picture is the only one
	 * to go on from
	 */
	boolean run() throws InterruptedException {
		BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));
		for (List<Report> batch = next(); !batch.isEmpty(); batch = next()) {
			try {
				Answer answer = this.client.send(batch);
				done(batch.size());
				backOff.succeeded();
				answer.rejected().forEach((rejection) -> this.log.accept("Rejected: " + rejection.reason()));
			}
			catch (HallUnavailable ex) {
				Duration wait = backOff.failed(ex.retryAfter());
				if (backOff.failures() == 1) {
					this.log.accept(ex.getMessage() + "; trying again");
				}
				if (rest(wait)) {
					return false;
				}
			}
			catch (HallRefused ex) {
				this.log.accept(String.valueOf(ex.getMessage()));
				return false;
			}
		}
		return !isLost();
	}

	private synchronized boolean isLost() {
		return this.lost;
	}

	private synchronized List<Report> next() throws InterruptedException {
		while (this.waiting.isEmpty() && !this.closed && !this.lost) {
			wait();
		}
		if (tooLate()) {
			this.lost = true;
			return List.of();
		}
		return new ArrayList<>(this.waiting.stream().limit(BATCH).toList());
	}

	private synchronized void done(int count) {
		for (int i = 0; i < count; i++) {
			this.waiting.remove();
		}
		this.sent += count;
	}

	/** Whether to give up. */
	private synchronized boolean rest(Duration time) throws InterruptedException {
		if (!this.closed) {
			wait(Math.max(1, time.toMillis()));
		}
		return this.closed || tooLate();
	}

	private boolean tooLate() {
		Report oldest = this.waiting.peek();
		Instant time = (oldest != null) ? oldest.deviceTime() : null;
		return this.lost || (time != null && Duration.between(time, this.clock.instant()).compareTo(TOO_OLD) > 0);
	}

}
