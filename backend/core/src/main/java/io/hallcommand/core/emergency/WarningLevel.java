package io.hallcommand.core.emergency;

/**
 * How near and how grave what threatens is (突发事件应对法 2024, art 63): level 1 to 4.
 */
public enum WarningLevel {

	RED, ORANGE, YELLOW, BLUE

}
