package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.hallcommand.core.alert.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Finds sources that chatter: three alerts or more within a minute, as ISA-18.2 is
 * commonly used. What goes on without a break counts as once.
 */
final class Chatter {

	private static final Duration WITHIN = Duration.ofMinutes(1);

	private final Map<Cause, Recent> recent = new HashMap<>();

	/**
	 * The last two times of a source.
	 */
	private record Recent(@Nullable Instant beforeLast, Instant last, boolean chatters) {
	}

	/**
	 * A source has raised an alert, or has it back.
	 * @return whether it begins to chatter by that
	 */
	boolean heard(Cause cause, Instant time) {
		Recent before = this.recent.get(cause);
		if (before == null) {
			this.recent.put(cause, new Recent(null, time, false));
			return false;
		}
		boolean chatters = before.beforeLast() != null
				&& Duration.between(before.beforeLast(), time).compareTo(WITHIN) <= 0;
		this.recent.put(cause, new Recent(before.last(), time, chatters));
		return chatters && !before.chatters();
	}

}
