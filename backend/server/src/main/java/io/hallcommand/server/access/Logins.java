package io.hallcommand.server.access;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Lets people in by name and password.
 */
@Service
public class Logins {

	private static final Logger logger = LoggerFactory.getLogger(Logins.class);

	private final UserStore users;

	private final TokenStore tokens;

	private final Passwords passwords;

	private final StoredAccess access;

	private final AccessSettings settings;

	private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());

	Logins(UserStore users, TokenStore tokens, Passwords passwords, StoredAccess access, AccessSettings settings) {
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
		this.access = access;
		this.settings = settings;
	}

	/**
	 * What became of a login.
	 */
	public sealed interface Outcome {

	}

	/**
	 * The session's token, and how long it is good.
	 */
	public record LoggedIn(String token, Duration lasts, Caller caller) implements Outcome {
	}

	/** The user is unknown or the password is wrong: which, is not told. */
	public record Wrong() implements Outcome {
	}

	public record TooMany(Duration retryAfter) implements Outcome {
	}

	/**
	 * Checks a name and a password and begins a session.
	 * @param address where the attempt comes from
	 */
	public Mono<Outcome> login(String user, String password, String address) {
		return Mono.defer(() -> {
			Duration wait = this.throttle.begin(user, address);
			if (wait != null) {
				logger.warn("Login of '{}' from {} refused: too many failures", user, address);
				return Mono.just(new TooMany(wait));
			}
			return check(user, password).doOnNext((outcome) -> {
				if (outcome instanceof LoggedIn) {
					this.throttle.succeeded(user, address);
					logger.info("'{}' logged in from {}", user, address);
				}
				else {
					logger.warn("Login of '{}' from {} failed", user, address);
				}
			}).doOnError((failure) -> this.throttle.abandoned(user, address));
		});
	}

	/**
	 * Ends the session with this token, if it is one.
	 */
	public Mono<Void> logout(String token) {
		if (!token.startsWith(TokenKind.SESSION.prefix())) {
			return Mono.empty();
		}
		return this.tokens.find(Secrets.hash(token))
			.flatMap((session) -> this.tokens.revoke(session.id()).doOnNext((over) -> this.access.over(session.id())))
			.then();
	}

	private Mono<Outcome> check(String user, String password) {
		return this.users.passwordHash(user)
			.flatMap((hash) -> this.passwords.matches(password, hash)
				.flatMap((right) -> right ? session(user, hash) : Mono.just(new Wrong())))
			.switchIfEmpty(Mono.defer(() -> this.passwords.matchesNobody(password)).thenReturn(new Wrong()));
	}

	private Mono<Outcome> session(String user, String passwordHash) {
		String token = Secrets.token(TokenKind.SESSION);
		Duration lasts = this.settings.session();
		return this.tokens.forgetOldSessions()
			.then(this.tokens.addSession(Secrets.hash(token), user, passwordHash, lasts))
			.<Outcome>map((session) -> new LoggedIn(token, lasts, session.caller()))
			.defaultIfEmpty(new Wrong());
	}

}
