package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.sim.engine.RandomStream;
import tools.jackson.databind.JsonNode;

/**
 * Makes a crowd of what a hall's view shows, so that a new run goes on where an earlier
 * one stopped.
 */
final class TakeOver {

	private final Crowd crowd;

	private final JsonNode view;

	private final RandomStream random;

	private TakeOver(Crowd crowd, JsonNode view, RandomStream random) {
		this.crowd = crowd;
		this.view = view;
		this.random = random;
	}

	static void of(JsonNode view, Crowd crowd, RandomStream random) {
		TakeOver takeOver = new TakeOver(crowd, view, random);
		crowd.plan().queues().forEach(takeOver::numbers);
		crowd.plan().queues().forEach(takeOver::queue);
		crowd.desks.forEach(takeOver::desk);
	}

	/** The hall's time of its last change. */
	static Instant at(JsonNode view) {
		return time(view.path("at"), Instant.EPOCH);
	}

	/** Whether the hall's devices reported anything yet, as far as the view tells. */
	static boolean anythingHappened(JsonNode view) {
		return view.path("today").path("issued").intValue(0) > 0 || view.path("today").path("waiting").intValue(0) > 0
				|| view.path("windows")
					.values()
					.stream()
					.anyMatch((window) -> !window.path("status").stringValue("CLOSED").equals("CLOSED"));
	}

	private void numbers(HallPlan.Queue queue) {
		this.crowd.numbers.issued(queue, of(queue).path("issued").intValue(0));
	}

	private void queue(HallPlan.Queue queue) {
		Instant now = this.crowd.agenda.now();
		of(queue).path("tickets").properties().forEach((entry) -> {
			Instant since = time(entry.getValue().path("since"), now);
			boolean priority = entry.getValue().path("priority").stringValue("").equals("PRIORITY");
			Visitor visitor = new Visitor(new TicketId(entry.getKey()), queue.id(), priority,
					!this.random.chance(this.crowd.scenario.noShow()), since);
			this.crowd.numbers.taken(visitor.ticket);
			double patience = this.random.logNormal(this.crowd.scenario.patienceMinutes() * 60, 0.6);
			// Whoever should have left long ago does so within the first minutes
			double left = patience - Duration.between(since, now).toSeconds();
			this.crowd.await(visitor, (left > 0) ? left : this.random.uniform(20, 240));
		});
	}

	private void desk(Desk desk) {
		JsonNode window = this.view.path("windows").path(desk.plan().id().value());
		boolean away = window.path("staffAway").booleanValue(false);
		String ticket = window.path("ticket").stringValue(null);
		switch (window.path("status").stringValue("CLOSED")) {
			case "IDLE" -> desk.takeOver(Desk.State.FREE, away);
			case "PAUSED" -> desk.takeOver(Desk.State.PAUSED, away);
			case "CALLING", "SERVING" -> {
				desk.takeOver(Desk.State.BUSY, away);
				if (ticket != null) {
					attend(desk, new TicketId(ticket), window.path("status").stringValue("").equals("SERVING"));
				}
			}
			default -> {
				// Closed: it opens when its time comes
			}
		}
	}

	private void attend(Desk desk, TicketId ticket, boolean serving) {
		this.crowd.numbers.taken(ticket);
		Visitor visitor = new Visitor(ticket, queueOf(ticket, desk), false, true, this.crowd.agenda.now());
		Attendance attendance = new Attendance(this.crowd, desk, visitor);
		if (serving) {
			attendance.started();
		}
		else {
			attendance.called();
		}
	}

	/** A window does not say what its visitor queued for; the number does. */
	private QueueId queueOf(TicketId ticket, Desk desk) {
		return this.crowd.plan()
			.queues()
			.stream()
			.filter((queue) -> !queue.prefix().isEmpty() && ticket.value().startsWith(queue.prefix()))
			.map(HallPlan.Queue::id)
			.findFirst()
			.orElseGet(() -> desk.plan().queues().isEmpty() ? this.crowd.plan().queues().getFirst().id()
					: desk.plan().queues().getFirst());
	}

	private JsonNode of(HallPlan.Queue queue) {
		return this.view.path("queues").path(queue.id().value());
	}

	private static Instant time(JsonNode node, Instant otherwise) {
		String text = node.stringValue(null);
		return (text != null) ? OffsetDateTime.parse(text).toInstant() : otherwise;
	}

}
