package io.hallcommand.server.webhook;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * What the deliveries tell of themselves.
 */
@Component
class WebhookMeters {

	private final Counter delivered;

	private final Counter failed;

	private final Counter dead;

	private final AtomicLong pending = new AtomicLong();

	WebhookMeters(MeterRegistry meters) {
		this.delivered = counter(meters, "delivered");
		this.failed = counter(meters, "failed");
		this.dead = counter(meters, "dead");
		Gauge.builder("hall.webhook.pending", this.pending, AtomicLong::get)
			.description("Deliveries of all nodes that are still to be made")
			.register(meters);
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("hall.webhook.attempts")
			.tag("outcome", outcome)
			.description("Attempts by their outcome: delivered, failed and to be tried again, failed for the last time")
			.register(meters);
	}

	void delivered() {
		this.delivered.increment();
	}

	void failed() {
		this.failed.increment();
	}

	void dead() {
		this.dead.increment();
	}

	void pending(long count) {
		this.pending.set(count);
	}

}
