package io.hallcommand.server.access;

import java.time.Duration;
import java.time.Instant;

import io.hallcommand.server.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds for tokens that are over, by their time or because another node
 * has revoked them.
 */
@Component
class TokenWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TokenWatch.class);

	/** A commit becomes visible a little after the time that it bears. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final TokenStore store;

	private final StoredAccess access;

	private final Rounds rounds;

	/** The database's time of the last good look. */
	private volatile @Nullable Instant last;

	TokenWatch(TokenStore store, StoredAccess access, AccessSettings settings) {
		this.store = store;
		this.access = access;
		this.rounds = new Rounds(settings.watch(), settings.watch(), this::look,
				(failure) -> logger.debug("Tokens that are over could not be looked for", failure));
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	Mono<Void> look() {
		return this.store.now().flatMap((now) -> {
			Instant before = this.last;
			Instant since = ((before != null) ? before : now).minus(MARGIN);
			return this.store.overSince(since)
				.doOnNext(this.access::over)
				.then(Mono.<Void>fromRunnable(() -> this.last = now));
		});
	}

	@Override
	public void stop() {
		this.rounds.stop();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
