package io.hallcommand.wire;

import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Ratings;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.Channel;
import io.hallcommand.core.queue.Priority;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of facts by their names on the wire, and their data.
 */
final class FactJson {

	/** Longest id of a ticket, queue or window, in characters. */
	static final int MAX_ID = 64;

	private static final int MAX_TEXT = 200;

	private static final int MAX_QUEUES = 200;

	static final SequencedSet<String> TYPES = new TreeSet<>(List.of("ticket.issued", "ticket.called", "ticket.recalled",
			"ticket.started", "ticket.parked", "ticket.resumed", "ticket.transferred", "ticket.completed",
			"ticket.noShow", "ticket.abandoned", "ticket.rated", "window.opened", "window.paused", "window.resumed",
			"window.closed", "staff.left", "staff.returned", "device.alive", "emergency.signalled"));

	private FactJson() {
	}

	/**
	 * Reads a fact; {@code null} if there is no such type. What is wrong with the data is
	 * in {@code data.problem()}.
	 */
	static HallEvent.@Nullable Fact read(String type, Fields data) {
		return switch (type) {
			case "ticket.issued" -> new HallEvent.TicketIssued(ticket(data), queue(data),
					data.choice("channel", Channel.class, Channel.KIOSK),
					data.choice("priority", Priority.class, Priority.NORMAL));
			case "ticket.called" -> new HallEvent.TicketCalled(ticket(data), window(data));
			case "ticket.recalled" -> new HallEvent.TicketRecalled(ticket(data), optionalWindow(data));
			case "ticket.started" -> new HallEvent.TicketStarted(ticket(data), window(data));
			case "ticket.parked" -> new HallEvent.TicketParked(ticket(data));
			case "ticket.resumed" -> new HallEvent.TicketResumed(ticket(data));
			case "ticket.transferred" -> new HallEvent.TicketTransferred(ticket(data), queue(data));
			case "ticket.completed" ->
				new HallEvent.TicketCompleted(ticket(data), data.optionalText("outcome", MAX_TEXT));
			case "ticket.noShow" -> new HallEvent.TicketNoShow(ticket(data));
			case "ticket.abandoned" -> new HallEvent.TicketAbandoned(ticket(data));
			case "ticket.rated" -> new HallEvent.TicketRated(ticket(data),
					data.number("grade", Ratings.WORST, Ratings.BEST, null), optionalWindow(data));
			case "window.opened" -> {
				List<String> queues = data.optionalTexts("queues", MAX_QUEUES, MAX_ID);
				yield new HallEvent.WindowOpened(window(data), data.optionalText("staff", MAX_ID),
						(queues != null) ? queues.stream().map(QueueId::new).toList() : null);
			}
			case "window.paused" -> new HallEvent.WindowPaused(window(data), data.optionalText("reason", MAX_TEXT));
			case "window.resumed" -> new HallEvent.WindowResumed(window(data));
			case "window.closed" -> new HallEvent.WindowClosed(window(data));
			case "staff.left" -> new HallEvent.StaffLeft(window(data));
			case "staff.returned" -> new HallEvent.StaffReturned(window(data));
			case "device.alive" -> new HallEvent.DeviceAlive();
			case "emergency.signalled" -> {
				String zone = data.optionalText("zone", MAX_ID);
				yield new HallEvent.EmergencySignalled(data.choice("kind", EmergencyKind.class),
						(zone != null) ? new HallZoneId(zone) : null, data.optionalText("detail", MAX_TEXT),
						data.flag("drill"));
			}
			default -> null;
		};
	}

	/**
	 * Writes the fact's data and returns its type.
	 */
	static String write(HallEvent.Fact fact, ObjectNode data) {
		if (fact instanceof HallEvent.TicketFact ticket) {
			data.put("ticket", ticket.ticket().value());
		}
		if (fact instanceof HallEvent.WindowFact window) {
			data.put("window", window.window().value());
		}
		return switch (fact) {
			case HallEvent.TicketIssued issued -> {
				data.put("queue", issued.queue().value());
				data.put("channel", issued.channel().name());
				data.put("priority", issued.priority().name());
				yield "ticket.issued";
			}
			case HallEvent.TicketCalled called -> {
				data.put("window", called.window().value());
				yield "ticket.called";
			}
			case HallEvent.TicketRecalled recalled -> {
				optionalWindow(data, recalled.window());
				yield "ticket.recalled";
			}
			case HallEvent.TicketStarted started -> {
				data.put("window", started.window().value());
				yield "ticket.started";
			}
			case HallEvent.TicketParked parked -> "ticket.parked";
			case HallEvent.TicketResumed resumed -> "ticket.resumed";
			case HallEvent.TicketTransferred transferred -> {
				data.put("queue", transferred.queue().value());
				yield "ticket.transferred";
			}
			case HallEvent.TicketCompleted completed -> {
				if (completed.outcome() != null) {
					data.put("outcome", completed.outcome());
				}
				yield "ticket.completed";
			}
			case HallEvent.TicketNoShow noShow -> "ticket.noShow";
			case HallEvent.TicketAbandoned abandoned -> "ticket.abandoned";
			case HallEvent.TicketRated rated -> {
				data.put("grade", rated.grade());
				optionalWindow(data, rated.window());
				yield "ticket.rated";
			}
			case HallEvent.WindowOpened opened -> {
				if (opened.staff() != null) {
					data.put("staff", opened.staff());
				}
				if (opened.queues() != null) {
					var queues = data.putArray("queues");
					opened.queues().forEach((queue) -> queues.add(queue.value()));
				}
				yield "window.opened";
			}
			case HallEvent.WindowPaused paused -> {
				if (paused.reason() != null) {
					data.put("reason", paused.reason());
				}
				yield "window.paused";
			}
			case HallEvent.WindowResumed resumed -> "window.resumed";
			case HallEvent.WindowClosed closed -> "window.closed";
			case HallEvent.StaffLeft left -> "staff.left";
			case HallEvent.StaffReturned returned -> "staff.returned";
			case HallEvent.DeviceAlive alive -> "device.alive";
			case HallEvent.EmergencySignalled signalled -> {
				data.put("kind", signalled.kind().name());
				if (signalled.zone() != null) {
					data.put("zone", signalled.zone().value());
				}
				if (signalled.detail() != null) {
					data.put("detail", signalled.detail());
				}
				data.put("drill", signalled.drill());
				yield "emergency.signalled";
			}
		};
	}

	private static TicketId ticket(Fields data) {
		return new TicketId(data.text("ticket", MAX_ID));
	}

	private static QueueId queue(Fields data) {
		return new QueueId(data.text("queue", MAX_ID));
	}

	private static WindowId window(Fields data) {
		return new WindowId(data.text("window", MAX_ID));
	}

	private static @Nullable WindowId optionalWindow(Fields data) {
		String window = data.optionalText("window", MAX_ID);
		return (window != null) ? new WindowId(window) : null;
	}

	private static void optionalWindow(ObjectNode data, @Nullable WindowId window) {
		if (window != null) {
			data.put("window", window.value());
		}
	}

}
