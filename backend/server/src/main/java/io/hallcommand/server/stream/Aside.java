package io.hallcommand.server.stream;

import org.jspecify.annotations.Nullable;

/**
 * One frame beside the ring, which belongs to no version: it replaces the one before.
 * Written by the one who draws it, read by the event loops.
 */
final class Aside {

	private @Nullable Frame frame;

	/** Counts the frames; 0 means that there was none. */
	private volatile int number;

	private boolean closed;

	int number() {
		return this.number;
	}

	/** Takes over the frame. */
	synchronized void put(Frame next) {
		if (this.closed) {
			next.release();
			return;
		}
		free();
		this.frame = next;
		this.number++;
	}

	/** The present frame, retained for the caller. */
	synchronized @Nullable Frame take() {
		return (this.frame != null) ? this.frame.retain() : null;
	}

	/** Frees the frame, and from now on each that still comes. */
	synchronized void close() {
		free();
		this.frame = null;
		this.closed = true;
	}

	private void free() {
		if (this.frame != null) {
			this.frame.release();
		}
	}

}
