package io.hallcommand.core.hall;

/**
 * Where a hall's time comes from.
 */
public enum HallClock {

	/** The server's clock; a device's time is checked against it. */
	LIVE,
	/** The events' own times: for the log of another day, played at any speed. */
	REPLAY

}
