package io.hallcommand.core.emergency;

/**
 * Reports to those above: at once, as things go on, and when all is over (突发事件应对法 2024,
 * art 61).
 */
public enum ReportKind {

	/** 首报. */
	FIRST,
	/** 续报. */
	FOLLOW_UP,
	/** 终报. */
	FINAL

}
