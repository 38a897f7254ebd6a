package io.hallcommand.server.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactoryOptions;

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
	@DependsOnDatabaseInitialization
	PostgresJournal journal(R2dbcConnectionDetails details, JournalSettings settings, MeterRegistry meters) {
		ConnectionFactoryOptions address = details.getConnectionFactoryOptions();
		Database readers = new Database(address, "hall-journal-read", settings.readers(), settings.timeout());
		return new PostgresJournal(new Database(address, "hall-journal-append", settings.writers(), settings.timeout()),
				readers, new DatabaseClock(readers), meters);
	}

}
