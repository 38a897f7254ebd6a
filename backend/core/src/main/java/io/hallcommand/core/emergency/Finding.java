package io.hallcommand.core.emergency;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 整改: what the review found, and who mends it by when.
 */
public record Finding(String id, String text, String owner, LocalDate due, String by, Instant at,
		@Nullable String mendedBy, @Nullable Instant mendedAt) {

	Finding mended(String by, Instant at) {
		return new Finding(this.id, this.text, this.owner, this.due, this.by, this.at, by, at);
	}

}
