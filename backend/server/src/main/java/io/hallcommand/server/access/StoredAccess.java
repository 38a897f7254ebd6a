package io.hallcommand.server.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.hall.HallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Access by the tokens in the store. A token that was seen is trusted for a while without
 * asking again; {@link TokenWatch} tells of those that are over.
 */
@Component
class StoredAccess implements Access {

	private static final Logger logger = LoggerFactory.getLogger(StoredAccess.class);

	/**
	 * How long to wait for the store when a remembered token can be taken instead: what
	 * does not wait for the database must not wait here either.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(300);

	/** How long a store that did not answer is left alone. */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final TokenStore store;

	private final HallTree tree;

	private final AccessSettings settings;

	private final Clock clock = Clock.systemUTC();

	private final TokenCache cache;

	private final Map<ByteBuffer, Caller> own = new ConcurrentHashMap<>();

	private final Watchers watchers = new Watchers();

	StoredAccess(TokenStore store, HallTree tree, AccessSettings settings) {
		this.store = store;
		this.tree = tree;
		this.settings = settings;
		this.cache = new TokenCache(settings.remembered());
	}

	@Override
	public Mono<Caller> authenticate(String token) {
		if (!Secrets.looksLikeToken(token)) {
			return Mono.empty();
		}
		return Mono.defer(() -> {
			byte[] hash = Secrets.hash(token);
			Caller own = this.own.get(ByteBuffer.wrap(hash));
			if (own != null) {
				return Mono.just(own);
			}
			Instant now = this.clock.instant();
			TokenCache.Seen seen = this.cache.get(hash);
			if (seen != null && now.isBefore(seen.askAgain())) {
				return good(seen.token());
			}
			if (seen == null || (now.isAfter(seen.at().plus(this.settings.trustWithoutStore())) && !inside(seen))) {
				return ask(hash);
			}
			return ask(hash).timeout(PATIENCE).onErrorResume((failure) -> {
				logger.debug("The token of {} cannot be looked up; what is remembered counts", seen.token().name(),
						failure);
				this.cache.put(hash, new TokenCache.Seen(seen.token(), seen.at(), now.plus(PAUSE)));
				return good(seen.token());
			});
		});
	}

	@Override
	public boolean allows(Caller caller, Right right, HallId hall) {
		return caller.role().has(right) && (caller.scope() == null || this.tree.isWithin(hall, caller.scope()));
	}

	@Override
	public Disposable whenOver(Caller caller, Runnable work) {
		String credential = caller.credential();
		return (credential != null) ? this.watchers.add(credential, work) : Disposables.disposed();
	}

	/** Takes a token of the server itself: good on this node, until it stops. */
	void admit(String token, Caller caller) {
		this.own.put(ByteBuffer.wrap(Secrets.hash(token)), caller);
	}

	/**
	 * This token is over: nobody gets in with it from now on, and those inside hear of
	 * it.
	 */
	void over(UUID token) {
		this.cache.forget(token);
		this.watchers.over(token.toString());
	}

	/** Had it been revoked, whoever has a stream open by it would have been sent off. */
	private boolean inside(TokenCache.Seen seen) {
		return this.watchers.watched(seen.token().id().toString());
	}

	private Mono<Caller> ask(byte[] hash) {
		return this.store.find(hash).flatMap((token) -> {
			Instant now = this.clock.instant();
			this.cache.put(hash, new TokenCache.Seen(token, now, now.plus(this.settings.trust())));
			Instant used = token.lastUsedAt();
			if (used == null || used.isBefore(now.minus(Duration.ofHours(1)))) {
				this.store.touch(token.id()).subscribe((nothing) -> {
				}, (failure) -> logger.debug("The use of a token could not be noted", failure));
			}
			return good(token);
		}).switchIfEmpty(Mono.fromRunnable(() -> this.cache.forget(hash)));
	}

	private Mono<Caller> good(TokenInfo token) {
		Instant over = token.overAt();
		return (over == null || this.clock.instant().isBefore(over)) ? Mono.just(token.caller()) : Mono.empty();
	}

}
