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

	/**
	 * The same as visitors may see it: calls, queues, figures and what to do in an
	 * emergency; no staff, nothing that staff are told or say, and nothing of halls
	 * below. What is not for them is absent or empty, so that the frames remain alike:
	 * such patches, over such a view, give such a view.
	 */
	HallFrame forVisitors();

}
