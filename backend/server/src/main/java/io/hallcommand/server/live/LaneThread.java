package io.hallcommand.server.live;

import reactor.core.scheduler.NonBlocking;

/**
 * A writer's thread. Marked so that a blocking call on it is found by the tests.
 */
final class LaneThread extends Thread implements NonBlocking {

	LaneThread(Runnable work, int number) {
		super(work, "hall-lane-" + number);
		setDaemon(true);
	}

}
