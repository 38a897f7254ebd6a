package io.hallcommand.server.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;

/**
 * Beats for all screens of one event loop: each hears every so often that all is well,
 * and they take turns, so that ten thousand screens do not hear it in one moment. Also
 * finds readers that take nothing. Confined to its event loop.
 */
final class Heart implements Runnable {

	private static final int TURNS = 100;

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
		this.turns.forEach((screens) -> beat(List.copyOf(screens)));
	}

	void add(Screen screen) {
		screen.bucket = this.next;
		this.next = (this.next + 1) % TURNS;
		this.turns.get(screen.bucket).add(screen);
		beat(List.of(screen));
	}

	void remove(Screen screen) {
		this.turns.get(screen.bucket).remove(screen);
	}

	@Override
	public void run() {
		List<Screen> screens = this.turns.get(this.turn);
		this.turn = (this.turn + 1) % TURNS;
		beat(List.copyOf(screens));
	}

	private void beat(List<Screen> screens) {
		if (screens.isEmpty()) {
			return;
		}
		Frame frame = this.heartbeat.get();
		try {
			long now = System.nanoTime();
			for (Screen screen : screens) {
				screen.beat(frame, now, this.stalledNanos);
			}
		}
		finally {
			frame.release();
		}
	}

}
