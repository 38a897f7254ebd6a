package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * What is going to happen, and the clock that it moves. What is due at the same instant
 * happens in the order in which it was put down, so a run is the same every time. Not
 * thread-safe.
 */
public final class Agenda {

	private final PriorityQueue<Entry> entries = new PriorityQueue<>(
			Comparator.comparing(Entry::time).thenComparingLong(Entry::number));

	private Instant now;

	private long number;

	private int live;

	public Agenda(Instant start) {
		this.now = start;
	}

	/**
	 * The virtual time: that of the latest thing that happened.
	 */
	public Instant now() {
		return this.now;
	}

	/**
	 * Puts something down; what should have happened already happens next.
	 */
	public Appointment at(Instant time, Runnable action) {
		Entry entry = new Entry(time.isBefore(this.now) ? this.now : time, this.number++, action);
		this.entries.add(entry);
		this.live++;
		return entry;
	}

	public Appointment after(Duration delay, Runnable action) {
		return at(this.now.plus(delay), action);
	}

	public Appointment afterSeconds(double seconds, Runnable action) {
		return after(Duration.ofNanos(Math.round(seconds * 1e9)), action);
	}

	/**
	 * When the next thing happens.
	 */
	public Optional<Instant> next() {
		Entry head = head();
		return (head != null) ? Optional.of(head.time) : Optional.empty();
	}

	/**
	 * Lets the next thing happen.
	 * @return whether there was one
	 */
	public boolean step() {
		Entry head = head();
		if (head == null) {
			return false;
		}
		this.entries.remove();
		this.live--;
		this.now = head.time;
		Runnable action = head.action;
		head.action = null;
		if (action != null) {
			action.run();
		}
		return true;
	}

	/**
	 * Lets everything happen up to and at an instant, at which the clock then stands.
	 */
	public void runUntil(Instant end) {
		for (Entry head = head(); head != null && !head.time.isAfter(end); head = head()) {
			step();
		}
		if (end.isAfter(this.now)) {
			this.now = end;
		}
	}

	/**
	 * How many things are still going to happen.
	 */
	public int size() {
		return this.live;
	}

	private @Nullable Entry head() {
		Entry head = this.entries.peek();
		while (head != null && head.action == null) {
			this.entries.remove();
			head = this.entries.peek();
		}
		return head;
	}

	/**
	 * Something that was put down.
	 */
	public interface Appointment {

		/** It happens no more; without effect if it has happened. */
		void cancel();

	}

	private final class Entry implements Appointment {

		private final Instant time;

		private final long number;

		private @Nullable Runnable action;

		Entry(Instant time, long number, Runnable action) {
			this.time = time;
			this.number = number;
			this.action = action;
		}

		Instant time() {
			return this.time;
		}

		long number() {
			return this.number;
		}

		@Override
		public void cancel() {
			if (this.action != null) {
				this.action = null;
				Agenda.this.live--;
			}
		}

	}

}
