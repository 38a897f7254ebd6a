package io.hallcommand.server.stream;

import java.util.function.UnaryOperator;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.Unrecorded;

/**
 * For whom a hall's frames are.
 */
enum Audience {

	/** Those who work there: all of it. */
	STAFF("", UnaryOperator.identity(), UnaryOperator.identity()),
	/** Those who wait there. */
	VISITORS("-public", HallFrame::forVisitors, Unrecorded::forVisitors);

	private final String suffix;

	private final UnaryOperator<HallFrame> frames;

	private final UnaryOperator<Unrecorded> unrecorded;

	Audience(String suffix, UnaryOperator<HallFrame> frames, UnaryOperator<Unrecorded> unrecorded) {
		this.suffix = suffix;
		this.frames = frames;
		this.unrecorded = unrecorded;
	}

	HallFrame sees(HallFrame frame) {
		return this.frames.apply(frame);
	}

	Unrecorded sees(Unrecorded unrecorded) {
		return this.unrecorded.apply(unrecorded);
	}

	/**
	 * How the ids of its frames begin. They differ by audience: a screen that went on
	 * with one picture from where another ended would have a hole in it and not know.
	 */
	String epoch(String journal) {
		return journal + this.suffix;
	}

}
