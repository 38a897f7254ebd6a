package io.hallcommand.server.webhook;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are served.
 *
 * @param every how often the journal is looked at, while there are webhooks
 * @param timeout how long a receiver may take to answer
 * @param pauses how long to wait after a failure: the first, the second and so on; after
 * the last the delivery is dead
 * @param lease an attempt of which nothing was heard for so long is taken for lost
 * @param receivers how many receivers are served at a time; each gets one message after
 * the other
 * @param keep how long deliveries are kept when they are over; at least two days, since
 * an entry that a node's clock has put a day ahead is read for as long, and must be known
 * as told
 */
@ConfigurationProperties("hall.webhook")
record WebhookSettings(@DefaultValue("500ms") Duration every, @DefaultValue("10s") Duration timeout, @DefaultValue( {
		"5s", "30s", "2m", "10m", "30m", "2h", "6h" }) List<Duration> pauses, @DefaultValue("60s") Duration lease,
		@DefaultValue("256") int receivers, @DefaultValue("30d") Duration keep){

	private static final Duration SHORTEST = Duration.ofDays(2);

	WebhookSettings {
		if (lease.compareTo(timeout) <= 0) {
			throw new IllegalArgumentException(
					"hall.webhook.lease must be longer than hall.webhook.timeout: what is still under way is not lost");
		}
		if (keep.compareTo(SHORTEST) < 0) {
			throw new IllegalArgumentException("hall.webhook.keep must be at least " + SHORTEST.toDays()
					+ " days: what is forgotten earlier could be read again, and told twice");
		}
		pauses = List.copyOf(pauses);
	}

}
