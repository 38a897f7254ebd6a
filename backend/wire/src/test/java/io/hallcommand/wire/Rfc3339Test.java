package io.hallcommand.wire;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rfc3339Test {

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-20T09:00:00+08:00", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00-05:30",
			"2026-11-20T09:00:00.1Z", "2026-11-20T09:00:00.123456789+00:00", "2024-02-29T23:59:59.000001-18:00",
			"2026-11-20T09:00Z", "2026-11-20t09:00:00z", "2026-11-20T09:00:00+08:00:01", "0001-01-01T00:00:00Z",
			"+12026-11-20T09:00:00Z" })
	void readsWhatTheJdkReads(String text) {
		assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2026-11-20", "2026-11-20T09:00:00", "2026-11-20 09:00:00Z", "2026-02-29T09:00:00Z",
			"2026-13-20T09:00:00Z", "2026-11-20T24:00:01Z", "2026-11-20T09:60:00Z", "2026-11-20T09:00:60Z",
			"2026-11-20T09:00:00+19:00", "2026-11-20T09:00:00-08:60", "2026-11-20T09:00:00+0800",
			"2026-11-20T09:00:00.1234567890Z", "2026-11-20T09:00:00.12a4Z", "2026-1a-20T09:00:00Z",
			"2026-11-20T09:00:00Z ", "２026-11-20T09:00:00Z" })
	void refusesWhatTheJdkRefuses(String text) {
		assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
		assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
	}

}
