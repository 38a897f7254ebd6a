package io.hallcommand.core.emergency;

/**
 * How grave an incident is (突发事件应对法 2024, art 3), the gravest first. One of three scales;
 * not to be mixed with {@link WarningLevel} and {@link ResponseLevel}.
 */
public enum EventSeverity {

	/** 特别重大. */
	ESPECIALLY_SERIOUS,
	/** 重大. */
	SERIOUS,
	/** 较大. */
	LARGE,
	/** 一般. */
	ORDINARY;

	/** Whether halls above are to look at it at once. */
	public boolean isSevere() {
		return compareTo(SERIOUS) <= 0;
	}

}
