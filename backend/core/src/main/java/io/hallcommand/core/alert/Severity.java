package io.hallcommand.core.alert;

/**
 * How bad an alert is, the least first.
 */
public enum Severity {

	/** 注意. */
	MINOR,
	/** 重要. */
	MAJOR,
	/** 紧急. */
	CRITICAL;

	public boolean isAbove(Severity other) {
		return compareTo(other) > 0;
	}

}
