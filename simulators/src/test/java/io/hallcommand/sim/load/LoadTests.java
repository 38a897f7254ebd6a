package io.hallcommand.sim.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.sim.client.TestServer;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadTests {

	@Test
	void anEventStreamIsReadHoweverItIsCutIntoPieces() {
		byte[] stream = ("event: heartbeat\ndata: {}\n\nid: 7.12\nevent: snapshot\ndata: {\"a\":1}\n\n"
				+ "id: 7.15\r\nevent: patch\r\ndata: {\"a\":2}\r\n\r\n: comment\n\n")
			.getBytes(StandardCharsets.UTF_8);
		for (int size = 1; size < stream.length; size++) {
			List<String> frames = new ArrayList<>();
			SseParser parser = new SseParser(true, (event, id, data) -> frames
				.add(event + " " + id + " " + new String(data, StandardCharsets.UTF_8).strip()));
			for (int from = 0; from < stream.length; from += size) {
				parser.read(java.util.Arrays.copyOfRange(stream, from, Math.min(from + size, stream.length)));
			}
			assertThat(frames).containsExactly("heartbeat  {}", "snapshot 7.12 {\"a\":1}", "patch 7.15 {\"a\":2}");
		}
	}

	@Test
	void anAnswerIsDeliveredByTheFirstFrameThatHoldsIt() {
		LongPairs answers = new LongPairs();
		answers.add(9, 0);
		answers.add(12, 2_000_000);
		answers.add(11, 1_000_000);
		answers.add(15, 3_000_000);
		answers.add(16, 4_000_000);
		LongPairs frames = new LongPairs();
		frames.add(10, 0);
		frames.add(13, 5_000_000);
		frames.add(15, 6_000_000);
		Histogram micros = new Histogram(3);
		assertThat(LoadResult.deliveries(answers.sorted(), frames, micros)).isEqualTo(1);
		assertThat(micros.getTotalCount()).isEqualTo(3);
		assertThat(micros.getMaxValue()).isBetween(4000L, 4010L);
		assertThat(micros.getMinValue()).isBetween(2990L, 3000L);
	}

	@Test
	void devicesKeepToTheScheduleAndScreensShowWhatTheServerHas() throws Exception {
		try (TestServer server = new TestServer(LoadHall.id(1), InstantSource.system())) {
			LoadResult result = new LoadRun(
					new LoadSettings(server.uri(), TestServer.TOKEN, 0, 1, 3, 0, 10, 200, 1, 0, 1), (line) -> {
					})
				.run();
			assertThat(result.accepted()).isBetween(190L, 201L);
			assertThat(result.failures()).isZero();
			assertThat(result.commit().count()).isEqualTo(result.accepted());
			assertThat(result.undelivered()).isZero();
			assertThat(result.delivery().count()).isEqualTo(3 * result.accepted());
			assertThat(result.wrongPictures()).isZero();
			assertThat(server.journal()).allMatch((entry) -> entry.anomaly() == null);
		}
	}

	@Test
	void limitsAreNamed() {
		URI server = URI.create("http://localhost:1");
		assertThatThrownBy(() -> new LoadSettings(server, null, 7000, 0, 1, 0, 1, 1, 1, 0, 1))
			.hasMessageContaining("halls");
		assertThatThrownBy(() -> new LoadSettings(server, null, 7000, 400, 400, 0, 1, 1, 1, 0, 1))
			.hasMessageContaining("screens in all");
	}

}
