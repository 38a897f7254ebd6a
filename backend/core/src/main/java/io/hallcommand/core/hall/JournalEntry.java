package io.hallcommand.core.hall;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of a hall's journal.
 *
 * @param version the hall's version after it: 1, 2, 3 … without a gap
 * @param time when it happened, by the hall's clock
 * @param deviceTime what the device said, when that is another time
 * @param recordedAt when the server decided on it
 */
public record JournalEntry(long version, EventKey key, Instant time, @Nullable Instant deviceTime, Instant recordedAt,
		HallEvent event, @Nullable Anomaly anomaly) {

	/**
	 * Whether the entry changes the hall's state beyond its count of anomalies.
	 */
	public boolean applied() {
		return this.anomaly == null || this.anomaly.applied();
	}

}
