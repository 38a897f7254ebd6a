package io.hallcommand.server.access;

import java.time.Duration;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Hands out tokens and takes them back.
 */
@Service
public class Tokens {

	private final TokenStore store;

	private final StoredAccess access;

	Tokens(TokenStore store, StoredAccess access) {
		this.store = store;
		this.access = access;
	}

	/**
	 * A new token.
	 *
	 * @param secret shown this one time only
	 */
	public record Issued(TokenInfo token, String secret) {
	}

	/**
	 * Makes a token that is good from now on.
	 * @param lasts {@code null} until it is revoked
	 */
	public Mono<Issued> issue(String name, Role role, @Nullable HallId scope, @Nullable Duration lasts) {
		TokenKind kind = TokenKind.of(role);
		String secret = Secrets.token(kind);
		return this.store.add(Secrets.hash(secret), new TokenStore.NewToken(kind, name, role, scope, lasts))
			.map((token) -> new Issued(token, secret));
	}

	/**
	 * Makes a token for a part of this server that calls it over the network. It is kept
	 * nowhere, and good on this node until it stops.
	 */
	public String forThisNode(Caller caller) {
		String secret = Secrets.token(TokenKind.of(caller.role()));
		this.access.admit(secret, caller);
		return secret;
	}

	/** The tokens that are good. */
	public Flux<TokenInfo> list() {
		return this.store.list();
	}

	/** A token that is good; empty if there is none. */
	public Mono<TokenInfo> get(UUID id) {
		return this.store.get(id);
	}

	/**
	 * Ends a token, on this node at once.
	 * @return whether it was good until now
	 */
	public Mono<Boolean> revoke(UUID id) {
		return this.store.revoke(id).doOnNext((revoked) -> this.access.over(id));
	}

}
