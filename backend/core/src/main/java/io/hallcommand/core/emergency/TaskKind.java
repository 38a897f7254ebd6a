package io.hallcommand.core.emergency;

/**
 * What is to be done in an emergency and after it.
 */
public enum TaskKind {

	STEP, REPORT, FINDING

}
