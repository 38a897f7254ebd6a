package io.hallcommand.core.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody at the desk wants of a hall's alerts.
 */
public sealed interface Order {

	record OnAlert(AlertId alert, AlertAction action) implements Order {
	}

	/** All that I have in hand is another's now. */
	record HandOver(String to, @Nullable String note) implements Order {
	}

	/**
	 * Keep alerts back.
	 *
	 * @param rules only alerts of these rules; empty means of all
	 */
	record PlaceHold(Hold.Kind kind, Scope scope, List<String> rules, String reason) implements Order {

		public PlaceHold {
			rules = List.copyOf(rules);
		}

	}

	record LiftHold(String hold) implements Order {
	}

}
