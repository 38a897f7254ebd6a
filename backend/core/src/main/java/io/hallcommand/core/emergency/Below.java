package io.hallcommand.core.emergency;

import java.time.Instant;
import io.hallcommand.core.place.Label;

/**
 * An emergency of a hall below, as the halls above see it.
 *
 * @param hall the hall's id
 * @param ended whether it is over there
 */
public record Below(String hall, Label name, EmergencyId id, EmergencyKind kind, boolean drill, Label headline,
		EventSeverity severity, Instruction instruction, boolean ending, boolean ended, Instant since) {

	/** Names it among all below. */
	public String key() {
		return this.hall + "/" + this.id;
	}

	/** Whether it is to be seen on every screen above. */
	public boolean severe() {
		return this.severity.isSevere() || this.instruction == Instruction.EVACUATE;
	}

}
