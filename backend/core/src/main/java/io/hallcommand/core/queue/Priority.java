package io.hallcommand.core.queue;

/**
 * Whether a ticket goes before others: people with disabilities shall, elderly people
 * may.
 */
public enum Priority {

	NORMAL, PRIORITY

}
