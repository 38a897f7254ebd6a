package io.hallcommand.server.webhook;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSettingsTest {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Test
	void whatCouldBeReadAgainIsNotForgotten() {
		assertThatThrownBy(() -> settings(TIMEOUT.multipliedBy(6), Duration.ofDays(2).minusMillis(1)))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("hall.webhook.keep")
			.hasMessageContaining("2 days");
		assertThat(settings(TIMEOUT.multipliedBy(6), Duration.ofDays(2)).keep()).isEqualTo(Duration.ofDays(2));
	}

	@Test
	void anAttemptThatIsStillUnderWayIsNotTakenForLost() {
		assertThatThrownBy(() -> settings(TIMEOUT, Duration.ofDays(30))).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("hall.webhook.lease");
	}

	private static WebhookSettings settings(Duration lease, Duration keep) {
		return new WebhookSettings(Duration.ofMillis(500), TIMEOUT, List.of(), lease, 256, keep);
	}

}
