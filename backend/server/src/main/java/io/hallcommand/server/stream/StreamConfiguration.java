package io.hallcommand.server.stream;

import java.time.Duration;

import io.hallcommand.server.access.Right;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.live.Halls;

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

	/** {@code halls.{hall}.stream}. */
	@Bean
	RSocketStream rsocketStream(Halls halls, StreamHub hub, RSocketDoor door) {
		return new RSocketStream("stream", Right.VIEW, Audience.STAFF, halls, hub, door);
	}

	/** {@code halls.{hall}.public}. */
	@Bean
	RSocketStream rsocketStreamForVisitors(Halls halls, StreamHub hub, RSocketDoor door) {
		return new RSocketStream("public", Right.VISIT, Audience.VISITORS, halls, hub, door);
	}

}
