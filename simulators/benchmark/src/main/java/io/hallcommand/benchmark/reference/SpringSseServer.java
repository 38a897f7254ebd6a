package io.hallcommand.benchmark.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Server-sent events as the framework offers them: a sink and a flux of events.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SpringSseServer.Channels.class)
public class SpringSseServer {

	/** Serves until the process ends. */
	public static void serve(int port) throws InterruptedException {
		SpringApplication application = new SpringApplication(SpringSseServer.class);
		application.setDefaultProperties(Map.of("server.port", port, "server.address", "127.0.0.1"));
		application.run();
		Thread.currentThread().join();
	}

	@RestController
	static class Channels {

		private final Map<String, Sinks.Many<String>> sinks = new ConcurrentHashMap<>();

		private Sinks.Many<String> sink(String channel) {
			return this.sinks.computeIfAbsent(channel, (name) -> Sinks.many().multicast().directBestEffort());
		}

		@GetMapping(path = "/sse/{channel}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<ServerSentEvent<String>> show(@PathVariable String channel) {
			// The comment makes the head of the response go out at once
			return sink(channel).asFlux()
				.map((event) -> ServerSentEvent.builder(event).event("patch").build())
				.startWith(ServerSentEvent.<String>builder().comment("hello").build());
		}

		@PostMapping("/pub/{channel}")
		Mono<Void> publish(@PathVariable String channel, @RequestBody String lines) {
			Sinks.Many<String> sink = sink(channel);
			lines.lines().forEach((line) -> sink.emitNext(line, Sinks.EmitFailureHandler.FAIL_FAST));
			return Mono.empty();
		}

	}

}
