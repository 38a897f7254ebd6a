package io.hallcommand.server.live;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.hall.Answer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import reactor.core.publisher.MonoSink;

/**
 * What a hall's writer is asked to do.
 */
sealed interface Command {

	/** How many events it brings, for the bound on what waits. */
	int weight();

	void fail(Throwable cause);

	/**
	 * Take a device's reports.
	 *
	 * @param duplicates how many were found to be in the journal already
	 */
	record Take(List<Report> reports, int duplicates, MonoSink<Halls.Receipt> answer) implements Command {

		@Override
		public int weight() {
			return this.reports.size();
		}

		@Override
		public void fail(Throwable cause) {
			this.answer.error(cause);
		}

	}

	/**
	 * Follow a plan.
	 */
	record Plan(HallPlan plan, String actor, MonoSink<Long> answer) implements Command {

		@Override
		public int weight() {
			return 1;
		}

		@Override
		public void fail(Throwable cause) {
			this.answer.error(cause);
		}

	}

	/**
	 * Do what somebody decided at a desk.
	 *
	 * @param key makes a retry harmless
	 * @param repeated whether it is in the journal already
	 */
	record Decide<A extends Answer>(Decision<A> decision, EventKey key, boolean repeated,
			MonoSink<A> answer) implements Command {

		@Override
		public int weight() {
			return 1;
		}

		@Override
		public void fail(Throwable cause) {
			this.answer.error(cause);
		}

		Decide<A> again() {
			return new Decide<>(this.decision, this.key, true, this.answer);
		}

	}

	/**
	 * What to ask of the hall.
	 */
	interface Decision<A extends Answer> {

		A decide(Hall hall, EventKey key, Instant now);

		/** What to answer when it was done before. */
		A nothing(Hall hall);

	}

	/**
	 * Do what is due.
	 */
	record Wake() implements Command {

		@Override
		public int weight() {
			return 0;
		}

		@Override
		public void fail(Throwable cause) {
			// The deadline stands: the lane wakes the hall again
		}

	}

}
