package io.hallcommand.wire;

import org.jspecify.annotations.Nullable;

/**
 * Why a piece of JSON was refused.
 *
 * @param field the path of the culprit, such as {@code data.ticket}; {@code null} for the
 * whole
 * @param reason what is wrong with it, to follow the field's name in a sentence
 */
public record WireProblem(@Nullable String field, String reason) {

	/**
	 * One sentence for people.
	 */
	public String sentence() {
		return ((this.field != null) ? "'" + this.field + "' " : "The event ") + this.reason;
	}

}
