package io.hallcommand.core.alert;

import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.TaskKind;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;

/**
 * What an alert is about.
 */
public sealed interface Subject {

	/** The hall itself. */
	record Hall() implements Subject {

		@Override
		public String toString() {
			return "hall";
		}

	}

	record Queue(QueueId id) implements Subject {

		@Override
		public String toString() {
			return "queue " + this.id;
		}

	}

	record Window(WindowId id) implements Subject {

		@Override
		public String toString() {
			return "window " + this.id;
		}

	}

	/** An alert of a hall below. */
	record Below(String hall, AlertId alert) implements Subject {

		@Override
		public String toString() {
			return "hall " + this.hall + ", " + this.alert;
		}

	}

	/**
	 * Something that is to be done in an emergency or after it.
	 *
	 * @param drill whether the emergency is one
	 */
	record Task(EmergencyId emergency, TaskKind kind, String task, boolean drill) implements Subject {

		@Override
		public String toString() {
			return "emergency " + this.emergency + ", " + this.task;
		}

	}

	/** A device or another source of events. */
	record Source(String id) implements Subject {

		@Override
		public String toString() {
			return "source " + this.id;
		}

	}

}
