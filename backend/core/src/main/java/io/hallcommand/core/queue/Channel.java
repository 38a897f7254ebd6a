package io.hallcommand.core.queue;

/**
 * How a ticket was taken.
 */
public enum Channel {

	KIOSK, BOOKING, ONLINE, STAFF

}
