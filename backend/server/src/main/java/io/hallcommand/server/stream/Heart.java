package io.hallcommand.server.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;

/**
 * Beats for all screens of one event loop: each hears every so often that all is well,
 * and they take turns, so that ten thousand screens do not hear it in one moment, but so
 * many in a turn that waking up for it costs little. Also finds readers that take
 * nothing. Confined to its event loop.
 */
final class Heart implements Runnable {

	private static final int TURNS = 20;

	private final Supplier<Frame> heartbeat;

	private final long stalledNanos;

	private final List<List<Screen>> turns = new ArrayList<>(TURNS);

	private int turn;

	private int next;

	Heart(EventLoop loop, StreamSettings settings, Supplier<Frame> heartbeat) {
		this.heartbeat = heartbeat;
		this.stalledNanos = settings.stalledAfter().toNanos();
		for (int i = 0; i < TURNS; i++) {
			this.turns.add(new ArrayList<>());
		}
		long period = Math.max(1, settings.heartbeat().toNanos() / TURNS);
		loop.scheduleAtFixedRate(this, period, period, TimeUnit.NANOSECONDS);
	}

	/** Tells everybody now. */
	void beatAll() {
		this.turns.forEach(this::beat);
	}

	void add(Screen screen) {
		List<Screen> mates = this.turns.get(this.next);
		screen.bucket = place(mates.size(), this.next);
		this.next = (this.next + 1) % TURNS;
		mates.add(screen);
		beat(List.of(screen));
	}

	/**
	 * Its turn's last screen takes its place, so that nobody is moved to another turn.
	 */
	void remove(Screen screen) {
		int turn = screen.bucket % TURNS;
		int position = screen.bucket / TURNS;
		List<Screen> mates = this.turns.get(turn);
		Screen last = mates.removeLast();
		if (last != screen) {
			mates.set(position, last);
			last.bucket = place(position, turn);
		}
	}

	@Override
	public void run() {
		beat(this.turns.get(this.turn));
		this.turn = (this.turn + 1) % TURNS;
	}

	private void beat(List<Screen> screens) {
		if (screens.isEmpty()) {
			return;
		}
		Frame frame = this.heartbeat.get();
		try {
			long now = System.nanoTime();
			// From the end: a screen that is cut off leaves at once, and the last one
			// takes its place
			for (int i = screens.size() - 1; i >= 0; i--) {
				if (i < screens.size()) {
					screens.get(i).beat(frame, now, this.stalledNanos);
				}
			}
		}
		finally {
			frame.release();
		}
	}

	/** Where a screen is found again: one number for its turn and its place in it. */
	private static int place(int position, int turn) {
		return position * TURNS + turn;
	}

}
