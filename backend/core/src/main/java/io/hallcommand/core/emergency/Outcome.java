package io.hallcommand.core.emergency;

/**
 * How an emergency ended.
 */
public enum Outcome {

	RESOLVED, FALSE_ALARM,
	/** It was a second report of another one. */
	MERGED

}
