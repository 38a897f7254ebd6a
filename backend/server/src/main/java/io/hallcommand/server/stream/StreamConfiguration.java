package io.hallcommand.server.stream;

import java.time.Duration;

import io.hallcommand.server.journal.Journal;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the stream together.
 */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	FrameEncoder frameEncoder(Journal journal) {
		String epoch = journal.epoch().block(Duration.ofSeconds(10));
		if (epoch == null) {
			throw new IllegalStateException("The journal has no name");
		}
		return new FrameEncoder(epoch);
	}

}
