package io.hallcommand.server.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends a message to its receiver, once.
 */
@Component
class Sender {

	private static final int OK = 200;

	private static final int FIRST_REDIRECT = 300;

	private static final int GONE = 410;

	private static final int LONGEST_ERROR = 300;

	private final WebClient client;

	private final InstantSource clock;

	private final Duration timeout;

	Sender(ReactorResourceFactory resources, InstantSource clock, WebhookSettings settings) {
		// Each on a connection of its own: receivers are many, messages are few, and none
		// waits for a connection that another one holds. A redirect is not followed: who
		// set the address up meant that one
		HttpClient http = HttpClient.newConnection()
			.runOn(resources.getLoopResources())
			.followRedirect(false)
			.compress(false);
		this.client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
		this.clock = clock;
		this.timeout = settings.timeout();
	}

	/**
	 * What became of an attempt.
	 *
	 * @param status what the receiver answered, if it did
	 * @param error empty if the receiver has taken the message
	 */
	record Answer(@Nullable Integer status, String error) {

		static Answer of(int status) {
			return new Answer(status,
					(status >= OK && status < FIRST_REDIRECT) ? "" : "The receiver answered " + status);
		}

		boolean taken() {
			return this.error.isEmpty();
		}

		/** Whether the receiver wants to hear no more. */
		boolean gone() {
			return this.status != null && this.status == GONE;
		}

	}

	Mono<Answer> send(DeliveryQueue.Claimed message) {
		return Mono.defer(() -> {
			String id = message.id().toString();
			long timestamp = this.clock.instant().getEpochSecond();
			return this.client.post()
				.uri(message.url())
				.contentType(MediaType.APPLICATION_JSON)
				.header(HttpHeaders.USER_AGENT, "Hall-Command")
				.header("webhook-id", id)
				.header("webhook-timestamp", Long.toString(timestamp))
				.header("webhook-signature", Signature.of(message.secret(), id, timestamp, message.body()))
				.bodyValue(message.body())
				.exchangeToMono((response) -> Mono.just(Answer.of(response.statusCode().value())));
		}).timeout(this.timeout).onErrorResume((failure) -> Mono.just(new Answer(null, reason(failure))));
	}

	private String reason(Throwable failure) {
		if (failure instanceof TimeoutException) {
			return "No answer within " + this.timeout.toSeconds() + " s";
		}
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String reason = cause.getClass().getSimpleName()
				+ ((cause.getMessage() != null) ? ": " + cause.getMessage() : "");
		return (reason.length() > LONGEST_ERROR) ? reason.substring(0, LONGEST_ERROR) : reason;
	}

}
