package io.hallcommand.server.webhook.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.webhook.Delivery;
import io.hallcommand.server.webhook.Webhook;
import io.hallcommand.server.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The webhooks of a hall.
 */
@RestController
@RequestMapping("/api/halls/{hall}/webhooks")
class WebhookController {

	private static final int MOST_DELIVERIES = 1_000;

	private final Webhooks webhooks;

	WebhookController(Webhooks webhooks) {
		this.webhooks = webhooks;
	}

	/**
	 * A webhook in answers.
	 *
	 * @param secret only when it was just made
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record WebhookJson(UUID id, String hall, String url, Severity lowestSeverity, List<String> types, boolean enabled,
			String madeBy, Instant madeAt, @Nullable String secret) {

		static WebhookJson of(Webhook webhook, @Nullable String secret) {
			return new WebhookJson(webhook.id(), webhook.hall().value(), webhook.url().toString(), webhook.lowest(),
					webhook.types(), webhook.enabled(), webhook.madeBy(), webhook.madeAt(), secret);
		}

	}

	/**
	 * A delivery in answers.
	 *
	 * @param hall where the event happened: the webhook's hall or one below it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record DeliveryJson(UUID id, String hall, long version, String type, Delivery.State state, int attempts,
			Instant queuedAt, @Nullable Instant nextAt, @Nullable Integer lastStatus, @Nullable String lastError,
			@Nullable Instant deliveredAt, @Nullable Instant deadAt) {

		static DeliveryJson of(Delivery delivery) {
			boolean delivered = delivery.state() == Delivery.State.DELIVERED;
			return new DeliveryJson(delivery.id(), delivery.hall().value(), delivery.version(), delivery.type(),
					delivery.state(), delivery.attempts(), delivery.queuedAt(), delivery.nextAt(), delivery.status(),
					delivery.error(), delivered ? delivery.endedAt() : null, delivered ? null : delivery.endedAt());
		}

	}

	@GetMapping
	Flux<WebhookJson> list(@PathVariable String hall) {
		return this.webhooks.of(new HallId(hall)).map((webhook) -> WebhookJson.of(webhook, null));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	Mono<WebhookJson> make(@PathVariable String hall, @RequestBody String body,
			@AuthenticationPrincipal Caller caller) {
		return this.webhooks.make(WebhookForm.read(new HallId(hall), body, caller.name()))
			.map((made) -> WebhookJson.of(made.webhook(), made.secret()));
	}

	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<WebhookJson> enable(@PathVariable String hall, @PathVariable UUID id, @RequestBody String body,
			@AuthenticationPrincipal Caller caller) {
		return this.webhooks.enable(new HallId(hall), id, WebhookForm.enabled(body), caller.name())
			.map((webhook) -> WebhookJson.of(webhook, null));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> remove(@PathVariable String hall, @PathVariable UUID id) {
		return this.webhooks.remove(new HallId(hall), id);
	}

	@GetMapping("/{id}/deliveries")
	Flux<DeliveryJson> deliveries(@PathVariable String hall, @PathVariable UUID id,
			@RequestParam(required = false) Delivery.@Nullable State state,
			@RequestParam(defaultValue = "100") int limit) {
		return this.webhooks.deliveries(new HallId(hall), id, state, Math.clamp(limit, 1, MOST_DELIVERIES))
			.map(DeliveryJson::of);
	}

	@PostMapping("/{id}/deliveries/{delivery}/retry")
	Mono<DeliveryJson> retry(@PathVariable String hall, @PathVariable UUID id, @PathVariable UUID delivery) {
		return this.webhooks.retry(new HallId(hall), id, delivery).map(DeliveryJson::of);
	}

}
