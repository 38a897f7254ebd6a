package io.hallcommand.server.webhook;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

	private final BackOff backOff = new BackOff(List.of(Duration.ofSeconds(5), Duration.ofMinutes(2)));

	@ParameterizedTest
	@CsvSource({ "1, 0, 4000", "1, 0.5, 5000", "1, 1, 6000", "2, 0, 96000", "2, 0.5, 120000", "2, 1, 144000" })
	void waitsLongerEachTimeAndAFifthMoreOrLess(int attempts, double chance, long millis) {
		assertThat(this.backOff.after(attempts, chance)).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void givesUpAfterTheLast() {
		assertThat(this.backOff.after(3, 0.5)).isNull();
	}

}
