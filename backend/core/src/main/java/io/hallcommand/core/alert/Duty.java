package io.hallcommand.core.alert;

/**
 * Who answers for alerts, the first to be told first.
 */
public enum Duty {

	/** 值班员. */
	OFFICER,
	/** 大厅经理. */
	MANAGER,
	/** The hall above. */
	UPPER

}
