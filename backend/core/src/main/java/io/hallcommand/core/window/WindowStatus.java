package io.hallcommand.core.window;

/**
 * What a window does at the moment.
 */
public enum WindowStatus {

	CLOSED, IDLE, CALLING, SERVING, PAUSED,
	/** 停办: an emergency has stopped it. */
	SUSPENDED

}
