package io.hallcommand.server.emergency;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.Timeline;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * An emergency from its first line to its last.
 *
 * @param lines the whole timeline
 */
record Story(Emergency emergency, List<Timeline.Line> lines) {

	/**
	 * As its events tell it.
	 * @param inSight as the hall has it in memory, if it does
	 * @return {@code null} if nobody knows it
	 */
	static @Nullable Story of(EmergencyId id, List<JournalEntry> entries, @Nullable Emergency inSight) {
		EmergencyBook book = new EmergencyBook();
		List<Timeline.Line> lines = new ArrayList<>();
		for (JournalEntry entry : entries) {
			if (entry.event() instanceof HallEvent.EmergencyMoved moved
					&& moved.event() instanceof EmergencyEvent.OfOne one && one.emergency().equals(id)) {
				book.apply(one, entry.time());
				lines.add(new Timeline.Line(lines.size() + 1, entry.time(), one));
			}
		}
		Emergency told = book.find(id);
		if (told != null) {
			return new Story(told, lines);
		}
		// The journal does not answer, or no longer reaches back so far
		return (inSight != null) ? new Story(inSight, inSight.timeline().last()) : null;
	}

	/** With all lines, not only with those that screens have. */
	Emergency whole() {
		return this.emergency.with(new Timeline(this.emergency.timeline().length(), this.lines));
	}

}
