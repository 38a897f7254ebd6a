package io.hallcommand.benchmark.client;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is counted of messages that screens receive.
 */
class AudienceTest {

	private static final long MILLIS = 1_000_000;

	@Test
	void aMergedMessageBringsAllItsEvents() {
		Audience audience = new Audience(2, 100);
		audience.sending(1, 0);
		audience.sending(2, 5 * MILLIS);
		assertThat(audience.behind()).isEqualTo(3);
		audience.message(100, 103, 10 * MILLIS);
		audience.message(100, 101, 10 * MILLIS);
		assertThat(audience.behind()).isEqualTo(1);
		Audience.Counts counts = audience.counts();
		assertThat(counts.messages()).isEqualTo(2);
		assertThat(counts.arrived()).isEqualTo(4);
		assertThat(counts.jumps()).isEqualTo(1);
	}

	@Test
	void latencyIsThatOfTheOldestAndTheNewestEvent() {
		Audience audience = new Audience(1, 0);
		audience.sending(1, 0);
		audience.sending(1, 6 * MILLIS);
		audience.message(0, 2, 10 * MILLIS);
		assertThat(audience.counts().latencyMicros().getTotalCount()).isEqualTo(2);
		assertThat(audience.counts().latencyMicros().getMaxValue() / 1000.0).isBetween(9.9, 10.1);
		assertThat(audience.counts().latencyMicros().getMinValue() / 1000.0).isBetween(3.9, 4.1);
	}

	@Test
	void whatCameBeforeAResetDoesNotCount() {
		Audience audience = new Audience(1, 0);
		audience.sending(2, 0);
		audience.message(0, 1, MILLIS);
		audience.reset();
		audience.message(1, 2, MILLIS);
		assertThat(audience.counts().messages()).isEqualTo(1);
		assertThat(audience.counts().latencyMicros().getTotalCount()).isEqualTo(1);
	}

}
