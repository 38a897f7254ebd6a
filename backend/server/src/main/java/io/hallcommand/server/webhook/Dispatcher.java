package io.hallcommand.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import io.hallcommand.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Turns what the journal says of alerts into deliveries, and makes them. Each receiver is
 * served for itself, one message after the other: one that hangs or is gone delays no
 * other.
 */
@Component
class Dispatcher implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	/** A commit becomes visible a little after the time that its entries bear. */
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	/** Now and then further back, for nodes whose clock is behind the database's. */
	private static final Duration WIDE_OVERLAP = Duration.ofMinutes(5);

	private static final int WIDE_EVERY = 60;

	/** How often to look whether another node has made a first webhook. */
	private static final int SLEEPY_EVERY = 10;

	/** What was missed for a long time is read piece by piece. */
	private static final Duration SLICE = Duration.ofMinutes(10);

	/** A node's clock may be ahead of the database's. */
	private static final Duration AHEAD = Duration.ofDays(1);

	private static final Duration FORGET_EVERY = Duration.ofHours(1);

	private final DeliveryQueue queue;

	private final WebhookStore webhooks;

	private final Sender sender;

	private final WebhookMeters meters;

	private final WebhookSettings settings;

	private final BackOff backOff;

	private final Rounds rounds;

	private final Rounds forgetting;

	/** Webhooks that this node is serving. */
	private final Set<UUID> served = ConcurrentHashMap.newKeySet();

	private volatile Disposable.Composite couriers = Disposables.composite();

	private volatile boolean asleep;

	private long round;

	Dispatcher(DeliveryQueue queue, WebhookStore webhooks, Sender sender, WebhookMeters meters,
			WebhookSettings settings) {
		this.queue = queue;
		this.webhooks = webhooks;
		this.sender = sender;
		this.meters = meters;
		this.settings = settings;
		this.backOff = new BackOff(settings.pauses());
		this.rounds = new Rounds(Duration.ZERO, settings.every(), this::round,
				(failure) -> logger.debug("Webhooks could not be looked after; this is tried again", failure));
		this.forgetting = new Rounds(Duration.ZERO, FORGET_EVERY, () -> this.queue.forget(settings.keep()),
				(failure) -> logger.debug("Old deliveries were not forgotten; this is tried again", failure));
	}

	/** There may be a webhook now. */
	void wake() {
		this.asleep = false;
	}

	/** Looks at the journal once and begins to serve whom it is time to serve. */
	Mono<Void> round() {
		long number = this.round++;
		if (this.asleep && number % SLEEPY_EVERY != 0) {
			return Mono.empty();
		}
		boolean wide = number % WIDE_EVERY == 0;
		return this.queue.mark().flatMap((mark) -> {
			Instant first = mark.first();
			this.asleep = first == null;
			if (first == null) {
				return Mono.empty();
			}
			return read(mark.readTo().isBefore(first) ? first : mark.readTo(), mark.now(), wide).then(serve())
				.then(wide ? this.queue.pending().doOnNext(this.meters::pending).then() : Mono.empty());
		});
	}

	private Mono<Void> read(Instant readTo, Instant now, boolean wide) {
		boolean behind = readTo.plus(SLICE).isBefore(now);
		Instant until = behind ? readTo.plus(SLICE) : now.plus(AHEAD);
		return this.queue.fill(readTo.minus(wide ? WIDE_OVERLAP : OVERLAP), until)
			.then(this.queue.advance(behind ? until : now));
	}

	private Mono<Void> serve() {
		int room = this.settings.receivers() - this.served.size();
		return (room <= 0) ? Mono.empty() : this.queue.due(this.served, room).doOnNext(this::serve).then();
	}

	/** Sends a webhook what is due, one message after the other, beside all others. */
	private void serve(UUID webhook) {
		if (!this.served.add(webhook)) {
			return;
		}
		Disposable.Swap courier = Disposables.swap();
		this.couriers.add(courier);
		courier.update(this.queue.claim(webhook, this.settings.lease())
			.flatMap((claimed) -> attempt(claimed).thenReturn(true))
			.defaultIfEmpty(false)
			.repeat()
			.takeWhile((more) -> more)
			.then()
			.doFinally((signal) -> {
				this.served.remove(webhook);
				this.couriers.remove(courier);
			})
			.subscribe((unused) -> {
			}, (failure) -> logger.debug("Webhook {} could not be served; this is tried again", webhook, failure)));
	}

	private Mono<Void> attempt(DeliveryQueue.Claimed claimed) {
		return this.sender.send(claimed).flatMap((answer) -> {
			if (answer.taken()) {
				this.meters.delivered();
				return this.queue.delivered(claimed, answer);
			}
			if (answer.gone()) {
				logger.warn("The receiver of webhook {} is gone for good: it is turned off", claimed.webhook());
				this.meters.dead();
				return this.queue.failed(claimed, answer, null)
					.then(this.webhooks.disable(claimed.webhook(), "Turned off: the receiver answered 410"));
			}
			Duration pause = this.backOff.after(claimed.attempt(), ThreadLocalRandom.current().nextDouble());
			if (pause != null) {
				this.meters.failed();
			}
			else {
				logger.warn("Delivery {} of webhook {} is given up: {}", claimed.id(), claimed.webhook(),
						answer.error());
				this.meters.dead();
			}
			return this.queue.failed(claimed, answer, pause);
		});
	}

	@Override
	public void start() {
		this.couriers = Disposables.composite();
		this.rounds.start();
		this.forgetting.start();
	}

	/** What is under way stays claimed, and is attempted again when its lease is over. */
	@Override
	public void stop() {
		this.rounds.stop();
		this.forgetting.stop();
		this.couriers.dispose();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
