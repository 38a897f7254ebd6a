package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, line by line. The journal has all lines; here are the last few.
 *
 * @param length how many there are in all
 */
public record Timeline(int length, List<Line> last) {

	/** How many are kept in sight. */
	public static final int IN_SIGHT = 30;

	static final Timeline NONE = new Timeline(0, List.of());

	public Timeline {
		last = List.copyOf(last);
	}

	/**
	 * A line.
	 *
	 * @param number counts from 1
	 */
	public record Line(int number, Instant at, EmergencyEvent.OfOne event) {
	}

	Timeline with(EmergencyEvent.OfOne event, Instant at) {
		List<Line> lines = new ArrayList<>(this.last);
		lines.add(new Line(this.length + 1, at, event));
		if (lines.size() > IN_SIGHT) {
			lines.removeFirst();
		}
		return new Timeline(this.length + 1, lines);
	}

}
