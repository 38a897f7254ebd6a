package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.place.Label;
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

	/**
	 * A hall below asks for help with an alert of its own.
	 *
	 * @param title what is wrong there
	 */
	record Ask(Subject.Below below, Severity severity, Label title, Instant since) implements Order {
	}

	/** The hall below has taken care of it. */
	record Withdraw(Subject.Below below) implements Order {
	}

}
