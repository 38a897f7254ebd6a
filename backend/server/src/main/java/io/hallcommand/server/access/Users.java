package io.hallcommand.server.access;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The people who log in.
 */
@Service
public class Users {

	private final UserStore store;

	private final TokenStore tokens;

	private final Passwords passwords;

	private final StoredAccess access;

	Users(UserStore store, TokenStore tokens, Passwords passwords, StoredAccess access) {
		this.store = store;
		this.tokens = tokens;
		this.passwords = passwords;
		this.access = access;
	}

	/**
	 * Makes a user.
	 * @return whether the name was free
	 */
	public Mono<Boolean> add(String name, String password, Role role, @Nullable HallId scope) {
		return this.passwords.hash(password).flatMap((hash) -> this.store.add(name, hash, role, scope));
	}

	public Flux<UserInfo> list() {
		return this.store.list();
	}

	public Mono<UserInfo> get(String name) {
		return this.store.get(name);
	}

	/**
	 * Gives a user another password and ends all the user's sessions.
	 * @return whether there is such a user
	 */
	public Mono<Boolean> changePassword(String name, String password) {
		return this.passwords.hash(password)
			.flatMap((hash) -> this.store.changePassword(name, hash))
			.delayUntil((changed) -> endSessions(name));
	}

	/**
	 * Deletes a user and ends all the user's sessions.
	 * @return whether there was such a user
	 */
	public Mono<Boolean> delete(String name) {
		return this.store.delete(name).delayUntil((deleted) -> endSessions(name));
	}

	private Mono<Void> endSessions(String name) {
		return this.tokens.revokeSessions(name).doOnNext(this.access::over).then();
	}

}
