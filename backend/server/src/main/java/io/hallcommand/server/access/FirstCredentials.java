package io.hallcommand.server.access;

import java.nio.file.Path;
import java.time.Duration;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the first credentials, and sees to it at every start that those in the file work:
 * the database may be another one, an entry may have been revoked, or be of a kind that
 * there was not yet. What was revoked stays so; the file then gets another one.
 */
@Component
public class FirstCredentials implements SmartLifecycle {

	/** Before the web server takes requests. */
	static final int PHASE = -900;

	private static final Logger logger = LoggerFactory.getLogger(FirstCredentials.class);

	private static final HallId DEMO = new HallId("civic-centre");

	private static final int TRIES = 10;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final CredentialsFile file;

	private final UserStore users;

	private final TokenStore tokens;

	private final Passwords passwords;

	private volatile @Nullable Credentials credentials;

	private volatile boolean changed;

	FirstCredentials(@Value("${hall.data:${user.home}/.hall-command}") String data, UserStore users, TokenStore tokens,
			Passwords passwords) {
		this.file = new CredentialsFile(Path.of(data));
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
	}

	/** Where they stand. */
	public Path path() {
		return this.file.path();
	}

	public Credentials credentials() {
		Credentials made = this.credentials;
		if (made == null) {
			throw new IllegalStateException("Not started");
		}
		return made;
	}

	/** Whether this start made or changed some of them. */
	public boolean changed() {
		return this.changed;
	}

	@Override
	public void start() {
		Credentials written = this.file.read();
		Credentials wanted = (written != null) ? written : Credentials.generate();
		for (int i = 0; i < TRIES; i++) {
			if (!wanted.equals(written)) {
				// Before the database: a start that dies in between leaves nothing lost
				this.file.write(wanted);
				written = wanted;
				this.changed = true;
			}
			Credentials better = ensure(wanted).block(PATIENCE);
			if (better == null || better.equals(wanted)) {
				this.credentials = wanted;
				return;
			}
			logger.info("Some entries of {} do not work, or are missing, and are made anew", this.file.path());
			wanted = better;
		}
		throw new IllegalStateException("No credentials could be made: names are taken all the time");
	}

	/** The same credentials if they all work now. */
	private Mono<Credentials> ensure(Credentials wanted) {
		return ensureToken(wanted, wanted.adminToken(), Role.ADMIN, null)
			.flatMap((next) -> ensureToken(next, wanted.deviceToken(), Role.DEVICE, DEMO))
			.flatMap((next) -> ensureToken(next, wanted.wallToken(), Role.WALL, DEMO))
			.flatMap((next) -> ensureToken(next, wanted.boardToken(), Role.BOARD, DEMO))
			.flatMap(this::ensureAdmin);
	}

	private Mono<Credentials> ensureToken(Credentials wanted, String token, Role role, @Nullable HallId scope) {
		if (!Secrets.looksLikeToken(token)) {
			return Mono.just(wanted.withOtherToken(token));
		}
		byte[] hash = Secrets.hash(token);
		String name = "first " + role.name().toLowerCase(java.util.Locale.ROOT) + " token";
		return this.tokens.add(hash, new TokenStore.NewToken(TokenKind.of(role), name, role, scope, null))
			.switchIfEmpty(Mono.defer(() -> this.tokens.find(hash)))
			.map((found) -> (found.overAt() == null && found.role() == role) ? wanted : wanted.withOtherToken(token));
	}

	private Mono<Credentials> ensureAdmin(Credentials wanted) {
		String name = wanted.adminUser();
		return this.users.get(name)
			.flatMap(
					(user) -> (user.role() == Role.ADMIN && user.scope() == null)
							? this.users.passwordHash(name)
								.flatMap((hash) -> this.passwords.matches(wanted.adminPassword(), hash))
							: Mono.just(false))
			.switchIfEmpty(Mono.defer(() -> this.passwords.hash(wanted.adminPassword())
				.flatMap((hash) -> this.users.add(name, hash, Role.ADMIN, null))))
			.map((works) -> works ? wanted : wanted.withOtherAdmin());
	}

	@Override
	public void stop() {
		this.credentials = null;
	}

	@Override
	public boolean isRunning() {
		return this.credentials != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
