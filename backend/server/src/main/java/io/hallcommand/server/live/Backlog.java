package io.hallcommand.server.live;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many events wait for their commit in a lane. It is bounded: who comes when it is
 * full is told to come again. Any thread.
 */
final class Backlog {

	private final int most;

	private final AtomicInteger waiting = new AtomicInteger();

	Backlog(int most) {
		this.most = most;
	}

	/**
	 * Lets events in, if there is room. What brings none always gets in.
	 */
	boolean enter(int events) {
		if (this.waiting.addAndGet(events) > this.most && events > 0) {
			leave(events);
			return false;
		}
		return true;
	}

	void leave(int events) {
		this.waiting.addAndGet(-events);
	}

	int waiting() {
		return this.waiting.get();
	}

}
