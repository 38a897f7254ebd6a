package io.hallcommand.core.hall;

import java.util.LinkedHashSet;
import java.util.Set;

import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * What the last event touched, so that only rules about it are looked at.
 */
final class Touched {

	final Set<QueueId> queues = new LinkedHashSet<>();

	final Set<WindowId> windows = new LinkedHashSet<>();

	/** Whose alert moved. */
	final Set<Cause> causes = new LinkedHashSet<>();

	/** Who reported it. */
	@Nullable String source;

	/** Whether a window opened or closed. */
	boolean openWindows;

	/** Whether rules may have come and gone. */
	boolean everything = true;

	void queue(QueueId queue) {
		this.queues.add(queue);
	}

	void window(WindowId window) {
		this.windows.add(window);
	}

	void openWindows() {
		this.openWindows = true;
	}

	void everything() {
		this.everything = true;
	}

	void clear() {
		this.queues.clear();
		this.windows.clear();
		this.causes.clear();
		this.source = null;
		this.openWindows = false;
		this.everything = false;
	}

}
