package io.hallcommand.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginThrottleTest {

	private final Now now = new Now();

	private final LoginThrottle throttle = new LoginThrottle(this.now);

	@Test
	void theDelayGrowsAndTheTenthFailureLocksForAQuarterOfAnHour() {
		List<Long> delays = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			assertThat(this.throttle.begin("ada", "10.0.0." + i)).isNull();
			Duration wait = this.throttle.begin("ada", "10.1.0." + i);
			delays.add((wait != null) ? wait.toSeconds() : 0);
			if (wait == null) {
				// It was let in and counts: take it back
				this.throttle.abandoned("ada", "10.1.0." + i);
			}
			else {
				this.now.pass(wait);
			}
		}
		assertThat(delays).containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 900L);
		assertThat(this.throttle.begin("ada", "10.2.0.1")).as("after the lock").isNull();
	}

	@Test
	void anAddressThatTriesManyUsersWaitsToo() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.throttle.begin("user-" + i, "10.0.0.1")).isNull();
		}
		assertThat(this.throttle.begin("user-9", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.throttle.begin("user-9", "10.0.0.2")).isNull();
	}

	@Test
	void attemptsAtTheSameMomentCountBeforeTheyAreJudged() {
		assertThat(this.throttle.begin("ada", "a")).isNull();
		assertThat(this.throttle.begin("ada", "b")).isNull();
		assertThat(this.throttle.begin("ada", "c")).isNull();
		assertThat(this.throttle.begin("ada", "d")).isNotNull();
	}

	@Test
	void aRightPasswordClearsTheUserButNotTheAddress() {
		this.throttle.begin("bob", "a");
		this.throttle.begin("bob", "a");
		this.throttle.begin("ada", "a");
		this.throttle.succeeded("ada", "a");
		assertThat(this.throttle.begin("ada", "b")).isNull();
		assertThat(this.throttle.begin("ada", "b")).isNull();
		this.throttle.begin("carl", "a");
		assertThat(this.throttle.begin("carl", "a")).as("the third failure of the address").isNotNull();
	}

	@Test
	void failuresAreForgotten() {
		for (int i = 0; i < 3; i++) {
			this.throttle.begin("ada", "a");
		}
		this.now.pass(LoginThrottle.LOCK);
		assertThat(this.throttle.begin("ada", "a")).isNull();
		assertThat(this.throttle.begin("ada", "a")).isNull();
	}

	/**
	 * A clock that goes when it is told to.
	 */
	private static final class Now extends Clock {

		private Instant instant = Instant.parse("2026-11-20T01:00:00Z");

		void pass(Duration time) {
			this.instant = this.instant.plus(time);
		}

		@Override
		public Instant instant() {
			return this.instant;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(@Nullable ZoneId zone) {
			return this;
		}

	}

}
