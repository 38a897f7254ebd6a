package io.hallcommand.server.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HeartTest {

	private final StreamSettings settings = new StreamSettings(Duration.ofSeconds(10), 16, DataSize.ofMegabytes(1),
			Duration.ofSeconds(30), Duration.ofSeconds(120));

	private final StreamMeters meters = new StreamMeters(new SimpleMeterRegistry());

	private final FrameEncoder encoder = new FrameEncoder("e");

	private final Feed feed = new Feed(this.encoder, this.settings, this.meters, () -> {
	}, null);

	private final EmbeddedChannel loop = new EmbeddedChannel();

	private final Heart heart = new Heart(this.loop.eventLoop(), this.settings,
			() -> this.encoder.heartbeat(Instant.EPOCH, true));

	@Test
	void whoeverComesHearsItAtOnceAndThenOnceInEachPeriodWhoeverLeaves() {
		Random random = new Random(42);
		List<Reader> readers = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			readers.add(join());
		}
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.heard).isOne());
		for (int period = 0; period < 5; period++) {
			for (int i = 0; i < 150; i++) {
				Reader gone = readers.remove(random.nextInt(readers.size()));
				this.heart.remove(gone.screen());
				gone.heard = Integer.MIN_VALUE;
			}
			readers.forEach((reader) -> reader.heard = 0);
			this.loop.advanceTimeBy(10, TimeUnit.SECONDS);
			this.loop.runPendingTasks();
			assertThat(readers).allSatisfy((reader) -> assertThat(reader.heard).isOne());
		}
	}

	@Test
	void aScreenThatIsCutOffInItsTurnCostsNoOtherItsHeartbeat() {
		List<Reader> readers = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			readers.add(join());
		}
		for (int i = 0; i < readers.size(); i += 7) {
			readers.get(i).leavesWhenItHears = true;
		}
		readers.forEach((reader) -> reader.heard = 0);
		this.heart.beatAll();
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.heard).isOne());
		readers.removeIf((reader) -> reader.leavesWhenItHears);
		this.heart.beatAll();
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.heard).isEqualTo(2));
	}

	private Reader join() {
		Reader reader = new Reader();
		this.heart.add(reader.screen());
		return reader;
	}

	private final class Reader implements Outlet {

		private final Screen screen = new Screen(HeartTest.this.feed, HeartTest.this.loop.eventLoop(), this,
				HeartTest.this.meters, -1);

		private int heard;

		private boolean leavesWhenItHears;

		Screen screen() {
			return this.screen;
		}

		@Override
		public int room() {
			return 1;
		}

		@Override
		public void write(List<Frame> frames, Runnable written) {
			frames.forEach(Frame::release);
			this.heard++;
			if (this.leavesWhenItHears) {
				HeartTest.this.heart.remove(this.screen);
			}
			written.run();
		}

		@Override
		public void end() {
		}

		@Override
		public void cut() {
		}

	}

}
