package io.hallcommand.server.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of the alerts of a hall and of those below it.
 *
 * @param lowest alerts below this severity are not told
 * @param types the types of events that are told
 * @param enabledAt it hears of what is recorded from then on; {@code null} while it is
 * turned off
 */
public record Webhook(UUID id, HallId hall, URI url, Severity lowest, List<String> types, @Nullable Instant enabledAt,
		String madeBy, Instant madeAt) {

	public boolean enabled() {
		return this.enabledAt != null;
	}

}
