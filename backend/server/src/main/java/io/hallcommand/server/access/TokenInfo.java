package io.hallcommand.server.access;

import java.time.Instant;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token, without the token.
 *
 * @param lastUsedAt to the hour; {@code null} if never
 * @param overAt from when on it is no longer good; {@code null} if that is not known
 */
public record TokenInfo(UUID id, TokenKind kind, String name, Role role, @Nullable HallId scope, Instant createdAt,
		@Nullable Instant lastUsedAt, @Nullable Instant overAt) {

	Caller caller() {
		return new Caller(this.name, this.role, this.scope, this.id.toString());
	}

}
