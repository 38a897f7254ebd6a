package io.hallcommand.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords: a growing delay from the third failure on, a lock
 * after ten, for each user and for each address. It remembers a bounded number of them,
 * on this node only.
 */
final class LoginThrottle {

	static final Duration LOCK = Duration.ofMinutes(15);

	static final int FAILURES_TO_LOCK = 10;

	private static final int FREE_FAILURES = 2;

	private static final int REMEMBERED = 20_000;

	private final Clock clock;

	private final LinkedHashMap<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > REMEMBERED;
		}
	};

	LoginThrottle(Clock clock) {
		this.clock = clock;
	}

	private record Failures(int count, Instant notBefore, Instant forgotten) {
	}

	/**
	 * Begins an attempt, which counts as a failure until {@link #succeeded}: many at the
	 * same time cannot slip through.
	 * @return how long to wait instead; {@code null} if the attempt may be made
	 */
	synchronized @Nullable Duration begin(String user, String address) {
		Instant now = this.clock.instant();
		Duration wait = Duration.ZERO;
		for (String key : keys(user, address)) {
			Failures known = known(key, now);
			if (known != null && known.notBefore().isAfter(now)) {
				Duration left = Duration.between(now, known.notBefore());
				wait = (left.compareTo(wait) > 0) ? left : wait;
			}
		}
		if (!wait.isZero()) {
			return wait;
		}
		for (String key : keys(user, address)) {
			Failures known = known(key, now);
			int count = (known != null) ? known.count() + 1 : 1;
			Instant notBefore = now.plus(delay(count));
			this.failures.put(key, new Failures(count, notBefore, now.plus(LOCK)));
		}
		return null;
	}

	/**
	 * The attempt that was begun was right: the user's failures are forgotten. Those of
	 * the address are only one fewer, or who has one account could guess others for ever.
	 */
	synchronized void succeeded(String user, String address) {
		this.failures.remove(ofUser(user));
		takeBack(ofAddress(address));
	}

	/** The attempt that was begun could not be judged. */
	synchronized void abandoned(String user, String address) {
		takeBack(ofUser(user));
		takeBack(ofAddress(address));
	}

	private void takeBack(String key) {
		this.failures.computeIfPresent(key, (same, known) -> (known.count() > 1)
				? new Failures(known.count() - 1, Instant.MIN, known.forgotten()) : null);
	}

	private @Nullable Failures known(String key, Instant now) {
		Failures known = this.failures.get(key);
		return (known != null && known.forgotten().isAfter(now)) ? known : null;
	}

	private static Duration delay(int failures) {
		if (failures >= FAILURES_TO_LOCK) {
			return LOCK;
		}
		return (failures > FREE_FAILURES) ? Duration.ofSeconds(1L << (failures - FREE_FAILURES - 1)) : Duration.ZERO;
	}

	private static List<String> keys(String user, String address) {
		return List.of(ofUser(user), ofAddress(address));
	}

	private static String ofUser(String user) {
		return "user " + user;
	}

	private static String ofAddress(String address) {
		return "address " + address;
	}

}
