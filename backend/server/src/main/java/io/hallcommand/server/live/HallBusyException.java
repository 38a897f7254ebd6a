package io.hallcommand.server.live;

/**
 * More is waiting to be committed than may wait. Try again shortly.
 */
public class HallBusyException extends RuntimeException {

	public HallBusyException(String message) {
		super(message);
	}

}
