package io.hallcommand.server.journal;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The journal on PostgreSQL, with connections that it shares with nobody.
 */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

	@Bean(destroyMethod = "close")
	Database journalReaders(R2dbcConnectionDetails details, JournalSettings settings) {
		return new Database(details.getConnectionFactoryOptions(), "hall-journal-read", settings.readers(),
				settings.timeout());
	}

	@Bean(destroyMethod = "close")
	Database journalWriters(R2dbcConnectionDetails details, JournalSettings settings) {
		return new Database(details.getConnectionFactoryOptions(), "hall-journal-append", settings.writers(),
				settings.timeout());
	}

	@Bean
	DatabaseClock databaseClock(Database journalReaders) {
		return new DatabaseClock(journalReaders);
	}

	@Bean
	@DependsOnDatabaseInitialization
	PostgresJournal journal(Database journalWriters, Database journalReaders, DatabaseClock clock,
			MeterRegistry meters) {
		return new PostgresJournal(journalWriters, journalReaders, clock, meters);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	Upkeep journalUpkeep(PostgresJournal journal, Database journalReaders, DatabaseClock clock,
			JournalSettings settings) {
		return new Upkeep(journal, new Retention(journalReaders, clock, settings.keep()));
	}

	@Bean
	ReactiveHealthIndicator journalHealthIndicator(PostgresJournal journal) {
		return new JournalHealth(journal);
	}

}
