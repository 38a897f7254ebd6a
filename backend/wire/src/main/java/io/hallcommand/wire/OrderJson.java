package io.hallcommand.wire;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Orders from the desk as their senders write them.
 */
public final class OrderJson {

	/** What can be done with an alert, by its name in the address. */
	public static final Set<String> ACTIONS = new TreeSet<>(
			Set.of("acknowledge", "note", "assign", "shelve", "unshelve", "close"));

	/** Longest name of a user, in characters. */
	static final int MAX_USER = 64;

	private static final int MAX_NOTE = 500;

	private static final int MAX_REASON = 200;

	private static final int MAX_SCOPE = 200;

	private OrderJson() {
	}

	/**
	 * An order that was read, or what is wrong with it.
	 *
	 * @param order {@code null} exactly if there is a problem
	 * @param id the sender's own for it, if it gave one
	 */
	public record Reading(@Nullable Order order, @Nullable String id, @Nullable WireProblem problem) {
	}

	/**
	 * Reads what is wanted of one alert.
	 * @param action one of {@link #ACTIONS}
	 */
	public static Reading read(AlertId alert, String action, JsonNode body) {
		Fields fields = new Fields(body, "");
		return reading(new Order.OnAlert(alert, action(action, fields)), fields);
	}

	/** Reads to whom all is handed over. */
	public static Reading handOver(JsonNode body) {
		Fields fields = new Fields(body, "");
		return reading(new Order.HandOver(fields.text("to", MAX_USER), note(fields)), fields);
	}

	/** Reads what is to be kept back. */
	public static Reading hold(JsonNode body) {
		Fields fields = new Fields(body, "");
		Scope scope = new Scope(texts(fields, "zones").stream().map(HallZoneId::new).toList(),
				texts(fields, "queues").stream().map(QueueId::new).toList(),
				texts(fields, "windows").stream().map(WindowId::new).toList(), texts(fields, "sources"));
		return reading(new Order.PlaceHold(fields.choice("kind", Hold.Kind.class, Hold.Kind.SUPPRESSED), scope,
				texts(fields, "rules"), fields.text("reason", MAX_REASON)), fields);
	}

	private static AlertAction action(String action, Fields fields) {
		return switch (action) {
			case "acknowledge" -> new AlertAction.Acknowledge(note(fields));
			case "note" -> new AlertAction.WriteNote(fields.text("note", MAX_NOTE));
			case "assign" -> new AlertAction.Assign(fields.text("to", MAX_USER), note(fields));
			case "shelve" -> new AlertAction.Shelve(shelf(fields), fields.text("reason", MAX_REASON));
			case "unshelve" -> new AlertAction.Unshelve(note(fields));
			case "close" -> new AlertAction.Close(note(fields));
			default -> throw new IllegalArgumentException("No action on alerts: " + action);
		};
	}

	private static Duration shelf(Fields fields) {
		int shortest = (int) AlertAction.SHORTEST_SHELF.toSeconds();
		return Duration
			.ofSeconds(fields.number("forSeconds", shortest, (int) AlertAction.LONGEST_SHELF.toSeconds(), null));
	}

	private static Reading reading(Order order, Fields fields) {
		String id = id(fields);
		WireProblem problem = fields.problem();
		return new Reading((problem != null) ? null : order, id, problem);
	}

	/** What follows of an order has its id, a slash and a number. */
	static @Nullable String id(Fields fields) {
		String id = fields.optionalText("id", 64);
		if (id != null && id.contains("/")) {
			fields.fail("id", "has a slash");
		}
		return id;
	}

	private static @Nullable String note(Fields fields) {
		return fields.optionalText("note", MAX_NOTE);
	}

	private static List<String> texts(Fields fields, String field) {
		List<String> texts = fields.optionalTexts(field, MAX_SCOPE, FactJson.MAX_ID);
		return (texts != null) ? texts : List.of();
	}

}
