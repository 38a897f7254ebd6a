package io.hallcommand.core.alert;

/**
 * What a threshold counts.
 */
public enum Unit {

	SECONDS, PEOPLE,
	/** Of the limit that the plan gives for the queue, or of the hall's capacity. */
	PERCENT

}
