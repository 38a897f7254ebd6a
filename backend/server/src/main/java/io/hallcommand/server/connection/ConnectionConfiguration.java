package io.hallcommand.server.connection;

import java.time.Duration;

import reactor.netty.resources.LoopResources;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The event loops. Nothing blocks them here, so more loops than cores would only take
 * turns on them, and each frame would wake them all.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

	/** The web server has answered everybody when these are closed. */
	private static final Duration QUIET = Duration.ofMillis(100);

	@Bean
	ReactorResourceFactory reactorResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		// Those of the whole process would be closed with the first of several servers in
		// it
		resources.setUseGlobalResources(false);
		resources.setLoopResourcesSupplier(
				() -> LoopResources.create("hall-connection", 1, Runtime.getRuntime().availableProcessors(), true));
		resources.setShutdownQuietPeriod(QUIET);
		return resources;
	}

}
