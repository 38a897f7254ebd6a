package io.hallcommand.core.window;

/**
 * What a window does at the moment.
 */
public enum WindowStatus {

	CLOSED, IDLE, CALLING, SERVING, PAUSED

}
