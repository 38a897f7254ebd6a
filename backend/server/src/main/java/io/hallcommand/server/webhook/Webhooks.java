package io.hallcommand.server.webhook;

import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.webhook.Delivery.State;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The webhooks of halls, for those who manage them.
 */
@Service
public class Webhooks {

	/** How many a hall may have. */
	public static final int MOST = 20;

	private final WebhookStore store;

	private final Dispatcher dispatcher;

	Webhooks(WebhookStore store, Dispatcher dispatcher) {
		this.store = store;
		this.dispatcher = dispatcher;
	}

	/**
	 * A new webhook.
	 *
	 * @param secret shown this one time only
	 */
	public record Made(Webhook webhook, String secret) {
	}

	/** Makes one; it hears of what is recorded from now on. */
	public Mono<Made> make(NewWebhook wanted) {
		return Mono.defer(() -> {
			byte[] secret = Signature.newSecret();
			return this.store.add(wanted, secret, MOST).map((webhook) -> new Made(webhook, Signature.text(secret)));
		})
			.doOnNext((made) -> this.dispatcher.wake())
			.switchIfEmpty(Mono.error(() -> Problems
				.conflict("The hall '" + wanted.hall() + "' has " + MOST + " webhooks. Delete one of them first.")
				.exception()));
	}

	public Flux<Webhook> of(HallId hall) {
		return this.store.of(hall);
	}

	/** Turns one on or off. */
	public Mono<Webhook> enable(HallId hall, UUID id, boolean on, String by) {
		return known(hall, id)
			.flatMap((webhook) -> on ? this.store.enable(id) : this.store.disable(id, "Turned off by " + by))
			.then(known(hall, id))
			.doOnNext((webhook) -> this.dispatcher.wake());
	}

	/** Ends one, with what is still to be delivered. */
	public Mono<Void> remove(HallId hall, UUID id) {
		return this.store.remove(hall, id)
			.filter((removed) -> removed)
			.switchIfEmpty(Mono.error(() -> noSuchWebhook(id)))
			.then();
	}

	/**
	 * Deliveries of one, the newest first.
	 * @param state {@code null} for all
	 */
	public Flux<Delivery> deliveries(HallId hall, UUID id, @Nullable State state, int limit) {
		return known(hall, id).flatMapMany((webhook) -> this.store.deliveries(id, state, limit));
	}

	/** Tries a dead delivery again, from the first attempt on. */
	public Mono<Delivery> retry(HallId hall, UUID id, UUID delivery) {
		return known(hall, id)
			.flatMap((webhook) -> webhook.enabled() ? this.store.revive(id, delivery)
					: Mono.error(Problems.conflict("The webhook is turned off. Turn it on first.").exception()))
			.switchIfEmpty(this.store.delivery(id, delivery)
				.switchIfEmpty(
						Mono.error(() -> Problems.notFound("There is no delivery " + delivery + ".").exception()))
				.flatMap((known) -> Mono.<Delivery>error(Problems
					.conflict("The delivery " + delivery + " is " + known.state() + "; only DEAD ones are tried again.")
					.exception())));
	}

	private Mono<Webhook> known(HallId hall, UUID id) {
		return this.store.get(hall, id).switchIfEmpty(Mono.error(() -> noSuchWebhook(id)));
	}

	private static Throwable noSuchWebhook(UUID id) {
		return Problems.notFound("There is no webhook " + id + " of this hall.").exception();
	}

}
