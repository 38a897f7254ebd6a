package io.hallcommand.server.desk;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Verdict;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;

/**
 * What an order about alerts was answered the first time.
 */
final class FirstAnswer {

	private FirstAnswer() {
	}

	/**
	 * Works it out from what the order wrote then.
	 * @param answer what came of the order now
	 */
	static DeskAnswer of(Order order, EventKey key, DeskAnswer answer, List<JournalEntry> entries, HallView view) {
		List<AlertEvent> events = entries.stream()
			.map(JournalEntry::event)
			.filter(HallEvent.AlertMoved.class::isInstance)
			.map((event) -> ((HallEvent.AlertMoved) event).event())
			.toList();
		if (!events.isEmpty() && did(order, events.getFirst())) {
			return new DeskAnswer(List.of(), events, null, entries.getLast().version(),
					(order instanceof Order.OnAlert on) ? view.alerts().get(on.alert()) : null);
		}
		return (answer.refusal() != null) ? answer : refused(order, key, events, view);
	}

	/** A refused order leaves its note at most. */
	private static boolean did(Order order, AlertEvent event) {
		return switch (order) {
			case Order.OnAlert on ->
				event instanceof AlertEvent.OfOne one && one.alert().equals(on.alert()) && did(on.action(), one);
			case Order.HandOver handOver -> event instanceof AlertEvent.Assigned assigned && assigned.handover();
			case Order.PlaceHold place -> event instanceof AlertEvent.HoldPlaced;
			case Order.LiftHold lift -> event instanceof AlertEvent.HoldLifted;
			// Between halls: these find out by themselves what was done
			case Order.Ask ask -> true;
			case Order.Withdraw withdraw -> true;
		};
	}

	private static boolean did(AlertAction action, AlertEvent.OfOne event) {
		return switch (action) {
			case AlertAction.Acknowledge acknowledge -> event instanceof AlertEvent.Acknowledged;
			case AlertAction.WriteNote write -> event instanceof AlertEvent.Noted;
			case AlertAction.Assign assign -> event instanceof AlertEvent.Assigned assigned && !assigned.handover();
			case AlertAction.Shelve shelve -> event instanceof AlertEvent.Shelved;
			case AlertAction.Unshelve unshelve -> event instanceof AlertEvent.Unshelved;
			case AlertAction.Close close ->
				event instanceof AlertEvent.Acknowledged || event instanceof AlertEvent.Unshelved;
		};
	}

	/** Only its note was kept the first time. */
	private static DeskAnswer refused(Order order, EventKey key, List<AlertEvent> events, HallView view) {
		List<Alert> alerts = new ArrayList<>();
		for (Alert alert : view.alerts().values()) {
			if (alert != null) {
				alerts.add(alert);
			}
		}
		AlertBook book = new AlertBook();
		book.restore(alerts, view.holds());
		String actor = key.source().substring(EventKey.DESK.length());
		if (book.judge(order, actor, view.version() + 1, view.at()) instanceof Verdict.Refused refused) {
			return new DeskAnswer(List.of(), events, refused.refusal(), view.version(), null);
		}
		throw Retries.idUsed(key);
	}

}
