package io.hallcommand.core.emergency;

import java.time.Instant;
import io.hallcommand.core.place.Label;

/**
 * An emergency of a hall below, as the halls above see it.
 *
 * @param hall the hall's id
 * @param ended whether it is over there
 * @param lines how long its timeline was: of two states the one with more lines is the
 * newer
 */
public record Below(String hall, Label name, EmergencyId id, EmergencyKind kind, boolean drill, Label headline,
		EventSeverity severity, Instruction instruction, boolean ending, boolean ended, Instant since, int lines) {

	/** Names it among all below. */
	public String key() {
		return this.hall + "/" + this.id;
	}

	/**
	 * Whether it is newer than another state of the same, and not the same to look at.
	 */
	boolean isNewsAfter(Below known) {
		return this.lines > known.lines && !equals(new Below(known.hall, known.name, known.id, known.kind, known.drill,
				known.headline, known.severity, known.instruction, known.ending, known.ended, known.since, this.lines));
	}

	/** Whether it is to be seen on every screen above. */
	public boolean severe() {
		return this.severity.isSevere() || this.instruction == Instruction.EVACUATE;
	}

}
