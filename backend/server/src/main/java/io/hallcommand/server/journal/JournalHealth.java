package io.hallcommand.server.journal;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Whether PostgreSQL answers within a second.
 */
final class JournalHealth implements ReactiveHealthIndicator {

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final PostgresJournal journal;

	JournalHealth(PostgresJournal journal) {
		this.journal = journal;
	}

	@Override
	public Mono<Health> health() {
		return this.journal.ping()
			.timeout(LIMIT)
			.thenReturn(Health.up().build())
			.onErrorResume(
					(ex) -> Mono.just(Health.down().withDetail("error", String.valueOf(ex.getMessage())).build()));
	}

}
