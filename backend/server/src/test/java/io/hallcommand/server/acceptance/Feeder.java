package io.hallcommand.server.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up events of a small hall, seeded: visitors come, are called, served or leave,
 * and some nonsense happens too.
 */
final class Feeder {

	private final Random random;

	private final String source;

	private final List<String> waiting = new ArrayList<>();

	private int events;

	Feeder(String source, long seed) {
		this.source = source;
		this.random = new Random(seed);
	}

	List<String> next(int count) {
		List<String> batch = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			batch.add(next());
		}
		return batch;
	}

	String next() {
		int dice = this.random.nextInt(10);
		if (this.waiting.isEmpty() || dice < 4 && this.waiting.size() < 60) {
			String ticket = this.source + "-" + this.events;
			this.waiting.add(ticket);
			return event("ticket.issued",
					"\"ticket\":\"" + ticket + "\",\"queue\":\"" + (this.random.nextBoolean() ? "tax" : "care") + "\"");
		}
		String ticket = this.waiting.get(this.random.nextInt(this.waiting.size()));
		String window = "\"ticket\":\"" + ticket + "\",\"window\":\"" + (1 + this.random.nextInt(3)) + "\"";
		return switch (dice) {
			case 4 -> event("window.opened", "\"window\":\"" + (1 + this.random.nextInt(3)) + "\",\"staff\":\"s\"");
			case 5, 6 -> event("ticket.called", window);
			case 7 -> event("ticket.started", window);
			case 8 -> event("window.paused", "\"window\":\"" + (1 + this.random.nextInt(3)) + "\"");
			default -> {
				this.waiting.remove(ticket);
				yield event(this.random.nextInt(4) == 0 ? "ticket.abandoned" : "ticket.completed",
						"\"ticket\":\"" + ticket + "\"");
			}
		};
	}

	private String event(String type, String data) {
		return "{\"id\":\"" + this.source + "-e" + this.events++ + "\",\"source\":\"" + this.source + "\",\"type\":\""
				+ type + "\",\"data\":{" + data + "}}";
	}

}
