package io.hallcommand.server.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The newest frames of one feed, and one snapshot for those who are too far behind.
 * Written by the one who draws them, read by the event loops; the lock is held for
 * moments only. Memory is bounded by frames and bytes.
 * <p>
 * A patch holds absolute values, so a screen at any version from the oldest frame's
 * {@code after} on can be led up to the newest.
 */
final class FrameRing {

	private final int maxFrames;

	private final long maxBytes;

	private final ArrayDeque<Frame> frames = new ArrayDeque<>();

	private long bytes;

	/** The oldest version from which the frames lead on; negative: from anywhere. */
	private long base;

	private long head;

	private @Nullable Frame snapshot;

	private boolean closed;

	FrameRing(int maxFrames, long maxBytes) {
		this.maxFrames = maxFrames;
		this.maxBytes = maxBytes;
	}

	/**
	 * What came of asking for frames. The frames are retained for the caller.
	 *
	 * @param frames to be written in this order
	 * @param behind whether the screen is too far behind and must wait for a snapshot
	 * @param snapshot whether the first frame is a snapshot from the side
	 */
	record Taken(List<Frame> frames, boolean behind, boolean snapshot) {

		static final Taken NOTHING = new Taken(List.of(), false, false);

		static final Taken BEHIND = new Taken(List.of(), true, false);

	}

	/** Takes over the frame. */
	synchronized void add(Frame frame) {
		if (this.closed) {
			frame.release();
			return;
		}
		if (frame.after() < 0) {
			clear();
			this.base = -1;
		}
		else if (frame.after() > this.head) {
			clear();
			this.base = frame.after();
		}
		this.frames.addLast(frame);
		this.bytes += frame.size();
		this.head = frame.version();
		while (this.frames.size() > this.maxFrames || (this.bytes > this.maxBytes && this.frames.size() > 1)) {
			Frame oldest = this.frames.removeFirst();
			this.bytes -= oldest.size();
			this.base = oldest.version();
			oldest.release();
		}
	}

	/** Takes over the snapshot. */
	synchronized void snapshot(Frame frame) {
		if (this.closed) {
			frame.release();
			return;
		}
		if (this.snapshot != null) {
			this.snapshot.release();
		}
		this.snapshot = frame;
		if (this.frames.isEmpty() && frame.version() > this.head) {
			this.head = frame.version();
			this.base = frame.version();
		}
	}

	/** The frames up to this version were never made. */
	synchronized void skip(long version) {
		if (version > this.head) {
			clear();
			this.base = version;
			this.head = version;
		}
	}

	synchronized long head() {
		return this.head;
	}

	/**
	 * What a screen at this version needs.
	 * @param cursor the screen's version; negative if it has nothing
	 * @param most how many frames at most, at least 1
	 */
	synchronized Taken take(long cursor, int most) {
		if (this.closed || (cursor >= this.head && cursor >= 0)) {
			return Taken.NOTHING;
		}
		if (cursor >= this.base) {
			return new Taken(after(cursor, most, new ArrayList<>(2)), false, false);
		}
		Frame whole = this.snapshot;
		if (whole == null || whole.version() < this.base) {
			return Taken.BEHIND;
		}
		List<Frame> taken = new ArrayList<>(2);
		taken.add(whole.retain());
		return new Taken((most > 1) ? after(whole.version(), most - 1, taken) : taken, false, true);
	}

	/** Frees the frames, and from now on each that still comes. */
	synchronized void close() {
		clear();
		this.closed = true;
	}

	private List<Frame> after(long cursor, int most, List<Frame> taken) {
		int newer = 0;
		// Nearly always the newest frame is the only one: look from that end
		for (Iterator<Frame> newest = this.frames.descendingIterator(); newest.hasNext();) {
			if (newest.next().version() <= cursor) {
				break;
			}
			newer++;
		}
		if (newer == 1) {
			taken.add(this.frames.getLast().retain());
			return taken;
		}
		int skip = this.frames.size() - newer;
		for (Frame frame : this.frames) {
			if (skip-- <= 0 && most-- > 0) {
				taken.add(frame.retain());
			}
		}
		return taken;
	}

	private void clear() {
		this.frames.forEach(Frame::release);
		this.frames.clear();
		this.bytes = 0;
		if (this.snapshot != null) {
			this.snapshot.release();
			this.snapshot = null;
		}
	}

}
