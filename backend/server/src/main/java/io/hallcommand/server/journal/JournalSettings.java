package io.hallcommand.server.journal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The journal in PostgreSQL.
 *
 * @param writers how many appends may be under way at a time, each on a connection of its
 * own
 * @param readers how many reads may be under way at a time
 * @param timeout how long an append or a page of a read may take
 * @param keep how many days entries are kept at least; without it for ever
 */
@ConfigurationProperties("hall.journal")
record JournalSettings(@DefaultValue("2") int writers, @DefaultValue("6") int readers,
		@DefaultValue("5s") Duration timeout, @Nullable Integer keep) {

	JournalSettings {
		if (keep != null && keep < 2) {
			throw new IllegalArgumentException(
					"hall.journal.keep must be 2 or more days: the keys of a whole day are needed to know repeated events");
		}
	}

}
