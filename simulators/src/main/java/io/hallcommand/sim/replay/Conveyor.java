package io.hallcommand.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.Answer;
import io.hallcommand.sim.engine.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a recording's reports in batches, in their order and at their pace, and knows
 * which of them are safe. After a failure it starts again at the first that is not: the
 * hall knows what it has already.
 */
final class Conveyor {

	/** Nothing waits longer than this to fill a batch, in real time. */
	private static final Duration GATHER = Duration.ofMillis(100);

	private final List<Report> reports;

	private final Pace pace;

	private final int batchSize;

	private final InstantSource clock;

	private @Nullable Instant realStart;

	private @Nullable Run current;

	private int answered;

	private final Sent sent = new Sent();

	Conveyor(List<Report> reports, Pace pace, int batchSize, InstantSource clock) {
		this.reports = reports;
		this.pace = pace;
		this.batchSize = batchSize;
		this.clock = clock;
	}

	/**
	 * A piece of the recording.
	 */
	record Batch(int from, List<Report> reports) {

		int end() {
			return this.from + this.reports.size();
		}

	}

	/**
	 * Begins a run at the first report that is not safe yet. An earlier run is over.
	 */
	synchronized Run run() {
		Run run = new Run(this.answered);
		this.current = run;
		notifyAll();
		return run;
	}

	synchronized boolean isDone() {
		return this.answered >= this.reports.size();
	}

	synchronized int answered() {
		return this.answered;
	}

	int size() {
		return this.reports.size();
	}

	Sent sent() {
		return this.sent;
	}

	/** The time within the recording. */
	synchronized @Nullable Instant position() {
		return (this.answered == 0) ? null : this.reports.get(this.answered - 1).deviceTime();
	}

	private Instant dueAt(int index) {
		if (this.realStart == null) {
			this.realStart = this.clock.instant();
		}
		return this.pace.real(time(index), time(0), this.realStart);
	}

	private Instant time(int index) {
		Instant time = this.reports.get(index).deviceTime();
		return (time != null) ? time : Instant.EPOCH;
	}

	/**
	 * An uninterrupted piece of the way.
	 */
	final class Run {

		private final Deque<Batch> outstanding = new ArrayDeque<>();

		private int taken;

		private Run(int from) {
			this.taken = from;
		}

		/**
		 * The next batch, as soon as it is due.
		 * @return {@code null} at the end
		 */
		@Nullable Batch take() throws InterruptedException {
			synchronized (Conveyor.this) {
				int from = this.taken;
				int end = Math.min(from + Conveyor.this.batchSize, Conveyor.this.reports.size());
				if (from < end && !Conveyor.this.pace.isUnbounded()) {
					awaitDue(from);
					end = due(from, end);
				}
				if (from >= end || Conveyor.this.current != this) {
					return null;
				}
				this.taken = end;
				Batch batch = new Batch(from, Conveyor.this.reports.subList(from, end));
				this.outstanding.add(batch);
				return batch;
			}
		}

		/** Takes note of the answer to the oldest batch that has none. */
		void answered(Answer answer) {
			synchronized (Conveyor.this) {
				if (Conveyor.this.current == this) {
					Batch batch = this.outstanding.remove();
					Conveyor.this.answered = batch.end();
					Conveyor.this.sent.add(batch, answer);
				}
			}
		}

		/** Gives up the monitor meanwhile. */
		private void awaitDue(int index) throws InterruptedException {
			for (Duration wait = untilDue(index); wait.isPositive()
					&& Conveyor.this.current == this; wait = untilDue(index)) {
				Conveyor.this.wait(Math.max(1, wait.toMillis()));
			}
		}

		private Duration untilDue(int index) {
			return Duration.between(Conveyor.this.clock.instant(), dueAt(index));
		}

		private int due(int from, int end) {
			Instant until = Conveyor.this.clock.instant().plus(GATHER);
			int due = from + 1;
			while (due < end && !dueAt(due).isAfter(until)) {
				due++;
			}
			return due;
		}

	}

}
