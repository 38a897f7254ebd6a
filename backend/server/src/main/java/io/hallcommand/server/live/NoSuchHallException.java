package io.hallcommand.server.live;

import io.hallcommand.core.hall.HallId;

/**
 * The hall has no journal: nobody has planned it yet.
 */
public class NoSuchHallException extends RuntimeException {

	private final transient HallId hall;

	public NoSuchHallException(HallId hall) {
		super("There is no hall '" + hall + "'");
		this.hall = hall;
	}

	public HallId hall() {
		return this.hall;
	}

}
