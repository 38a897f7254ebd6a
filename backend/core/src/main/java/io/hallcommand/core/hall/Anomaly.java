package io.hallcommand.core.hall;

/**
 * What is odd about a fact that a device reported. The fact is in the journal all the
 * same.
 *
 * @param applied whether the hall took the fact over into its state nevertheless
 * @param detail one sentence for people
 */
public record Anomaly(Kind kind, boolean applied, String detail) {

	/**
	 * Kinds of anomalies. A kind that is applied is one where ignoring the fact would
	 * falsify the picture more than taking it.
	 */
	public enum Kind {

		/** The device's clock is off: the server's time was taken. Applied. */
		CLOCK_OFF,
		/** No such ticket is in the hall. */
		UNKNOWN_TICKET,
		/** The plan has no such queue. */
		UNKNOWN_QUEUE,
		/** The plan has no such window. */
		UNKNOWN_WINDOW,
		/** The plan has no such zone: the whole hall was taken. Applied. */
		UNKNOWN_ZONE,
		/** A ticket of this number is in the hall already. */
		TICKET_IN_USE,
		/** The ticket is at another window. */
		TICKET_ELSEWHERE,
		/** The ticket is not in a state in which this can happen. */
		OUT_OF_ORDER,
		/** The window still had another ticket, which is now unresolved. Applied. */
		WINDOW_BUSY,
		/** The window was not reported open: it is taken as open, if it works. */
		WINDOW_NOT_OPEN,
		/** The window was not paused. */
		WINDOW_NOT_PAUSED,
		/** The hall holds as many tickets as it can take. */
		HALL_FULL

	}

}
