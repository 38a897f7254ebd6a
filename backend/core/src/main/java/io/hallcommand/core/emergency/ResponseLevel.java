package io.hallcommand.core.emergency;

/**
 * How much of the plan is set in motion (突发事件应对法 2024, art 71). Level 1 is the highest.
 */
public enum ResponseLevel {

	LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4

}
