package io.hallcommand.core.hall;

import java.time.Instant;

/**
 * What screens get: the whole view, or a patch over it. Immutable.
 */
public sealed interface HallFrame permits HallView, HallPatch {

	/**
	 * The hall's version after this frame.
	 */
	long version();

	/**
	 * The hall's time at that version.
	 */
	Instant at();

	HallPlan plan();

}
