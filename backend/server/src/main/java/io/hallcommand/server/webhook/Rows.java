package io.hallcommand.server.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns.
 */
final class Rows {

	private Rows() {
	}

	static <T> T get(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	static Instant instant(Readable row, String column) {
		return get(row, column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant optionalInstant(Readable row, String column) {
		OffsetDateTime time = row.get(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
