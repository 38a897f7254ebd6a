package io.hallcommand.server.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.channel.EventLoop;

/**
 * One hall's screens on one event loop. However many frames arrive, one task is pending.
 */
final class LoopScreens implements Runnable {

	private final EventLoop loop;

	private final List<Screen> screens = new ArrayList<>();

	private final AtomicBoolean coming = new AtomicBoolean();

	LoopScreens(EventLoop loop) {
		this.loop = loop;
	}

	/** Any thread: something changed in the ring. */
	void signal() {
		if (this.coming.compareAndSet(false, true)) {
			this.loop.execute(this);
		}
	}

	@Override
	public void run() {
		this.coming.set(false);
		for (int i = this.screens.size() - 1; i >= 0; i--) {
			// A screen that cannot be written to may leave meanwhile
			if (i < this.screens.size()) {
				this.screens.get(i).pump();
			}
		}
	}

	/** On the loop. */
	void add(Screen screen) {
		screen.index = this.screens.size();
		this.screens.add(screen);
	}

	/** On the loop. */
	void remove(Screen screen) {
		Screen last = this.screens.removeLast();
		if (last != screen) {
			this.screens.set(screen.index, last);
			last.index = screen.index;
		}
	}

	/** On the loop. */
	List<Screen> all() {
		return List.copyOf(this.screens);
	}

}
