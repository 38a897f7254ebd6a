package io.hallcommand.core.alert;

import java.util.List;

/**
 * What came of an action.
 */
public sealed interface Verdict {

	/**
	 * What is to be written, also of a refused action: its note is not lost.
	 */
	List<AlertEvent> events();

	record Allowed(List<AlertEvent> events) implements Verdict {

		public Allowed {
			events = List.copyOf(events);
		}

	}

	record Refused(Refusal refusal, List<AlertEvent> events) implements Verdict {

		public Refused {
			events = List.copyOf(events);
		}

	}

}
