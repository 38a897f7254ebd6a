package io.hallcommand.server.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.EventLoop;

/**
 * One feed's screens on one event loop. However many frames arrive, one task is pending.
 * It serves the screens slice by slice: between two slices the loop reads what devices
 * report and serves other feeds, however many screens this one has.
 */
final class LoopScreens implements Runnable {

	/** Screens of one slice: some 500 µs of writing. */
	private static final int SLICE = 64;

	/** What is under way. */
	private enum State {

		/** Nothing: every screen has what the ring holds. */
		IDLE,

		/** A pass over the screens is pending. */
		COMING,

		/** A pass is under way. */
		PASSING,

		/** A pass is under way, and something came since it began. */
		AGAIN

	}

	private final EventLoop loop;

	private final List<Screen> screens = new ArrayList<>();

	private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

	/** The screens below are still to be served in this pass. */
	private int left;

	LoopScreens(EventLoop loop) {
		this.loop = loop;
	}

	/** Any thread: something changed in the ring. */
	void signal() {
		while (true) {
			State now = this.state.get();
			if (now == State.COMING || now == State.AGAIN) {
				return;
			}
			State next = (now == State.IDLE) ? State.COMING : State.AGAIN;
			if (this.state.compareAndSet(now, next)) {
				if (next == State.COMING) {
					this.loop.execute(this);
				}
				return;
			}
		}
	}

	@Override
	public void run() {
		if (this.left == 0) {
			this.state.set(State.PASSING);
			this.left = this.screens.size();
		}
		int end = Math.max(0, this.left - SLICE);
		for (int i = this.left - 1; i >= end; i--) {
			// Screens may leave meanwhile; whoever takes a leaving one's place was served
			if (i < this.screens.size()) {
				this.screens.get(i).pump();
			}
		}
		this.left = end;
		if (this.left > 0) {
			this.loop.execute(this);
		}
		else if (!this.state.compareAndSet(State.PASSING, State.IDLE)) {
			this.state.set(State.COMING);
			this.loop.execute(this);
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
