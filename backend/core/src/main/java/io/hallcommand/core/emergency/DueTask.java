package io.hallcommand.core.emergency;

import java.time.Duration;
import java.time.Instant;
import io.hallcommand.core.place.Label;

/**
 * Something that is to be done by a time: a step, a report, a finding to be mended.
 *
 * @param id unique within its emergency: a step's or finding's id, or the kind of report
 * @param since from when on it can be done
 */
public record DueTask(TaskKind kind, String id, Label title, Instant since, Instant due) {

	/** How long there is for it, in seconds; at least one. */
	public int limitSeconds() {
		return Math.clamp(Duration.between(this.since, this.due).toSeconds(), 1, Integer.MAX_VALUE);
	}

}
