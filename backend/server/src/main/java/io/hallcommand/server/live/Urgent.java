package io.hallcommand.server.live;

import java.time.Instant;

import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Report;

/**
 * What is shown before it is recorded, because life does not wait.
 */
public sealed interface Urgent {

	/** By it the same is known again, on every node. */
	EventKey key();

	/**
	 * An officer declares or ends an emergency.
	 *
	 * @param id the officer's own for the order
	 */
	record Ordered(EmergencyOrder order, String actor, String id, Instant said) implements Urgent {

		@Override
		public EventKey key() {
			return EventKey.ofOrder(this.actor, this.id);
		}

	}

	/**
	 * A device signals one.
	 */
	record Signalled(Report report) implements Urgent {

		@Override
		public EventKey key() {
			return this.report.key();
		}

	}

}
