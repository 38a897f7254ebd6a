package io.hallcommand.server.stream;

import java.util.List;

import io.netty.channel.EventLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One screen that watches one feed: a cursor into its ring and at most one write under
 * way. Its memory does not depend on how far behind it is. Confined to its event loop.
 */
final class Screen {

	/** A write of this many frames is large enough; the rest follows it. */
	private static final int JOINED = 64;

	private static final Logger log = LoggerFactory.getLogger(Screen.class);

	private final Feed feed;

	private final EventLoop loop;

	private final Outlet outlet;

	private final StreamMeters meters;

	private long cursor;

	/** The number of the last frame from beside the ring. */
	private int aside;

	private boolean writing;

	private boolean pumping;

	private boolean closed;

	private long wroteAt;

	/** Its place in its list, so that it is removed without a search. */
	int index;

	int bucket;

	Screen(Feed feed, EventLoop loop, Outlet outlet, StreamMeters meters, long cursor) {
		this.feed = feed;
		this.loop = loop;
		this.outlet = outlet;
		this.meters = meters;
		this.cursor = cursor;
		// Who comes back may hold what another stream said beside its frames
		this.aside = (cursor >= 0) ? -1 : 0;
		this.wroteAt = System.nanoTime();
	}

	EventLoop loop() {
		return this.loop;
	}

	Feed feed() {
		return this.feed;
	}

	/**
	 * Writes what the ring holds past the cursor, if the transport takes it. Should that
	 * fail, it fails this screen and no other.
	 */
	void pump() {
		this.pumping = true;
		try {
			while (!this.closed && !this.writing && writeNext()) {
				// until nothing waits, or the transport is still writing
			}
		}
		catch (RuntimeException ex) {
			log.warn("A screen was cut off because it could not be written to", ex);
			this.outlet.cut();
		}
		finally {
			this.pumping = false;
		}
	}

	private boolean writeNext() {
		int room = Math.min(JOINED, this.outlet.room());
		if (room <= 0) {
			return false;
		}
		FrameRing.Taken taken = this.feed.take(this.cursor, room);
		if (taken.frames().isEmpty()) {
			return !taken.behind() && writeAside();
		}
		if (taken.snapshot()) {
			this.meters.snapshot(this.cursor >= 0);
		}
		this.cursor = taken.frames().getLast().version();
		write(taken.frames());
		return true;
	}

	/** What stands beside the ring comes after what the ring holds. */
	private boolean writeAside() {
		int newest = this.feed.aside().number();
		if (this.aside == newest) {
			return false;
		}
		this.aside = newest;
		Frame frame = this.feed.aside().take();
		if (frame == null) {
			return false;
		}
		write(List.of(frame));
		return true;
	}

	/** Says that all is well; a screen with a write under way hears enough. */
	void beat(Frame heartbeat, long now, long stalledNanos) {
		if (this.closed) {
			return;
		}
		if (!this.writing && this.outlet.room() > 0) {
			write(List.of(heartbeat.retain()));
		}
		else if (now - this.wroteAt > stalledNanos) {
			this.meters.stalled();
			this.outlet.cut();
		}
	}

	/** On its loop, or from anywhere. */
	void end() {
		this.loop.execute(() -> {
			if (!this.closed) {
				this.outlet.end();
			}
		});
	}

	/**
	 * The screen leaves.
	 * @return whether it had not left before
	 */
	boolean leave() {
		boolean first = !this.closed;
		this.closed = true;
		return first;
	}

	private void write(List<Frame> frames) {
		this.writing = true;
		this.wroteAt = System.nanoTime();
		this.meters.written(frames.size());
		this.outlet.write(frames, this::written);
	}

	private void written() {
		this.writing = false;
		if (!this.pumping) {
			pump();
		}
	}

}
