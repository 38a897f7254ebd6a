package io.hallcommand.server.webhook;

import java.time.Instant;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param id what the receiver sees as {@code webhook-id}, the same in every attempt
 * @param version the hall's version that the event made
 * @param nextAt when it is tried next; {@code null} if it is not
 * @param status what the receiver answered last, if it did
 * @param error why the last attempt failed
 * @param endedAt when it was delivered or given up
 */
public record Delivery(UUID id, HallId hall, long version, String type, State state, int attempts, Instant queuedAt,
		@Nullable Instant nextAt, @Nullable Integer status, @Nullable String error, @Nullable Instant endedAt) {

	/**
	 * What became of it so far.
	 */
	public enum State {

		/** It is still to be delivered. */
		PENDING,
		/** The receiver has taken it. */
		DELIVERED,
		/** It was tried as often as a delivery is, or the receiver is gone for good. */
		DEAD

	}

}
