package io.hallcommand.edge;

import java.time.Clock;

import io.hallcommand.server.access.Caller;
import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.HallBusyException;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The parts under test, and controllers that stand for the others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({ "io.hallcommand.server.access", "io.hallcommand.server.cap", "io.hallcommand.server.directory",
		"io.hallcommand.server.demo", "io.hallcommand.server.pages", "io.hallcommand.server.problem",
		"io.hallcommand.server.quality", "io.hallcommand.server.webhook" })
@ConfigurationPropertiesScan({ "io.hallcommand.server.access", "io.hallcommand.server.directory",
		"io.hallcommand.server.demo", "io.hallcommand.server.webhook" })
class EdgeApplication {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	FakeHalls halls() {
		return new FakeHalls();
	}

	/** Of its own: what is shared would be closed by the first of several servers. */
	@Bean
	ReactorResourceFactory reactorResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		return resources;
	}

	@Bean
	FakeJournal journal() {
		return new FakeJournal();
	}

	/**
	 * Addresses of other packages.
	 */
	@RestController
	static class OtherParts {

		@GetMapping({ "/api/halls/{hall}", "/api/halls/{hall}/stream", "/api/halls/{hall}/public",
				"/api/halls/{hall}/public/stream", "/api/halls/{hall}/events", "/api/halls/{hall}/anomalies" })
		Mono<String> seen(@PathVariable String hall, @AuthenticationPrincipal Caller caller) {
			return Mono.just("seen by " + caller.name());
		}

		@PostMapping(path = "/api/halls/{hall}/events", consumes = "application/json")
		Mono<String> reported(@PathVariable String hall, @RequestBody String body) {
			return switch (body) {
				case "busy" -> Mono.error(new HallBusyException("busy"));
				case "gone" -> Mono.error(new JournalUnavailableException("gone", null));
				case "bug" -> Mono.error(new IllegalStateException("a secret of the server"));
				default -> Mono.just("reported");
			};
		}

	}

}
