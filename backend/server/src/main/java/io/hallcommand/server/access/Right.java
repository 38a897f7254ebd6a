package io.hallcommand.server.access;

/**
 * What can be allowed.
 */
public enum Right {

	/** Send events to a hall. */
	REPORT,
	/** See of a hall what its visitors may see. */
	VISIT,
	/** See a hall's view, stream and journal. */
	VIEW,
	/** Acknowledge and act as an officer. */
	ACT,
	/** Create a hall or change its plan. */
	PLAN,
	/** Manage users and tokens. */
	ADMINISTER

}
