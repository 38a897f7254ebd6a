package io.hallcommand.sim.replay;

/**
 * Something odd about a row of a foreign log.
 *
 * @param line the row's line in the file
 * @param detail one sentence for people
 */
public record Oddity(long line, Kind kind, String detail) {

	/**
	 * Kinds of oddities, with what was made of the row.
	 */
	public enum Kind {

		/** Nothing could be made of it. */
		UNREADABLE(true, "left out"),
		/** No server, though served. */
		SERVED_BY_NOBODY(true, "issued and completed, at no window"),
		/** A server, but no times of service. */
		SERVED_WITHOUT_TIMES(true, "issued, and completed when the wait ended, at no window"),
		/** Gave up, yet has times of service. */
		ABANDONED_YET_SERVED(true, "abandoned when the wait ended"),
		/** A time before the one it follows. */
		TIME_BACKWARDS(true, "the later step's own time counts"),
		/** Service began well before the wait ended. */
		SERVED_WHILE_WAITING(true, "the wait ends when the service begins"),
		/** A server with two visitors at once. */
		SERVER_AT_TWO_PLACES(true, "seated at a second window of that server"),
		/** A wait that ended a second or two after the service began. */
		ROUNDED(false, "the wait ends when the service begins"),
		/** Went on after midnight under the date of the day before. */
		OVER_MIDNIGHT(false, "later times are of the next day"),
		/** Never queued and was not served. */
		NO_TICKET(false, "no ticket"),
		/** Not a visitor. */
		IGNORED(false, "ignored");

		private final boolean broken;

		private final String treatment;

		Kind(boolean broken, String treatment) {
			this.broken = broken;
			this.treatment = treatment;
		}

		/**
		 * Whether the row contradicts itself or another, and {@code --strict} minds.
		 */
		public boolean broken() {
			return this.broken;
		}

		public String treatment() {
			return this.treatment;
		}

	}

}
