package io.hallcommand.server.access;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id. It takes tens of milliseconds and 19 MiB on purpose: few
 * are hashed at a time, away from the event loops, and few may wait.
 */
@Component
class Passwords implements DisposableBean {

	/** OWASP, password storage: m=19456 (19 MiB), t=2, p=1. */
	private static final int MEMORY_KIB = 19_456;

	private static final int ITERATIONS = 2;

	private static final int AT_A_TIME = 2;

	private static final int WAITING = 100;

	private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, ITERATIONS);

	private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_A_TIME, WAITING, "password", 60, true);

	/**
	 * For unknown users: refusing them must take as long as refusing a wrong password.
	 */
	private final Mono<String> nobody = hash(Secrets.password()).cache();

	Mono<String> hash(String password) {
		return Mono.fromCallable(() -> encode(password)).subscribeOn(this.scheduler);
	}

	Mono<Boolean> matches(String password, String hash) {
		return Mono.fromCallable(() -> this.encoder.matches(password, hash)).subscribeOn(this.scheduler);
	}

	Mono<Boolean> matchesNobody(String password) {
		return this.nobody.flatMap((hash) -> matches(password, hash)).thenReturn(false);
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

	private String encode(String password) {
		String hash = this.encoder.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("There is no password");
		}
		return hash;
	}

}
