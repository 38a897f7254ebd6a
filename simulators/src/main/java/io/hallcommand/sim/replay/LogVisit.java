package io.hallcommand.sim.replay;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A visitor of a foreign log who took a ticket.
 *
 * @param line the row's line in the file
 * @param server who served; {@code null} if nobody did or nobody knows who
 * @param started when the service began, exactly if there is a server
 * @param ended when the visitor left
 * @param served whether served or abandoned
 */
record LogVisit(long line, String queue, Instant issued, @Nullable String server, @Nullable Instant started,
		Instant ended, boolean served) {

	String ticket() {
		return this.queue + this.line;
	}

	/** The service took no time at all by the log's clock. */
	boolean momentary() {
		return this.ended.equals(this.started);
	}

}
