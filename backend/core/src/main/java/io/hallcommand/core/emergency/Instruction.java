package io.hallcommand.core.emergency;

/**
 * What people in the affected zones are to do.
 */
public enum Instruction {

	/** 疏散: leave the building. */
	EVACUATE,
	/** 就地避险: stay inside, take shelter. */
	SHELTER,
	/** 请勿靠近: keep away from where it is. */
	KEEP_AWAY,
	/** Nothing but know of it. */
	NONE

}
