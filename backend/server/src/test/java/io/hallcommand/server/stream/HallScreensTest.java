package io.hallcommand.server.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.MergePatch;
import io.hallcommand.wire.PlanJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.util.unit.DataSize;

import static io.hallcommand.server.stream.Audience.STAFF;
import static io.hallcommand.server.stream.Audience.VISITORS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two feeds of one hall.
 */
class HallScreensTest {

	private static final String PLAN = """
			{"hall":"h","name":"Hall","zones":[{"id":"A","name":"A"}],"queues":[{"id":"tax","name":"Tax"}],
			 "windows":[{"id":"1","zone":"A","queues":["tax"]},{"id":"2","zone":"A","queues":["tax"]}]}""";

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final StreamMeters meters = new StreamMeters(this.registry);

	private final EmbeddedChannel loop = new EmbeddedChannel();

	private final Hall hall = Hall.empty(new HallId("h"));

	private Instant now = Instant.parse("2026-11-20T01:00:00Z");

	private int events;

	/** How often the whole view was asked for. */
	private int asked;

	private boolean drawWhole;

	@SuppressWarnings("NullAway.Init")
	private HallScreens screens;

	@BeforeEach
	void openTheHall() {
		Map<Audience, FrameEncoder> encoders = new EnumMap<>(Audience.class);
		for (Audience audience : Audience.values()) {
			encoders.put(audience, new FrameEncoder(audience.epoch("e")));
		}
		StreamSettings settings = new StreamSettings(Duration.ofSeconds(10), 4, DataSize.ofMegabytes(1), Duration.ZERO,
				Duration.ofSeconds(120));
		this.screens = new HallScreens(encoders, settings, this.meters, InstantSource.fixed(this.now), () -> {
			this.asked++;
			this.drawWhole = true;
		});
		HallPlan plan = PlanJson.read(HallJson.mapper().readTree(PLAN), null).plan();
		if (plan == null) {
			throw new AssertionError(PLAN);
		}
		this.hall.plan(plan, "test", key(), this.now);
		draw();
	}

	@AfterEach
	void freeFrames() {
		this.screens.free();
	}

	@Test
	void visitorsHearTheSameWithoutStaff() {
		Reader wall = new Reader(STAFF);
		Reader board = new Reader(VISITORS);
		wall.come();
		board.come();
		happens(opened("1", "zhou.min"));
		assertThat(wall.last()).contains("\"staff\":\"zhou.min\"");
		assertThat(board.last()).contains("\"status\":\"IDLE\"").doesNotContain("zhou.min");
		assertThat(wall.view).isEqualTo(json(this.hall.view()));
		assertThat(board.view).isEqualTo(json(this.hall.view().forVisitors()));
	}

	@Test
	void whatNobodyOfAnAudienceWatchesIsNotEncodedForIt() {
		Reader board = new Reader(VISITORS);
		board.come();
		for (int i = 0; i < 5; i++) {
			happens(opened("1", "s" + i));
		}
		assertThat(encoded()).isEqualTo(5);
		Reader wall = new Reader(STAFF);
		wall.come();
		happens(opened("1", "both"));
		assertThat(encoded()).as("once for each").isEqualTo(7);
		board.leave();
		for (int i = 0; i < 5; i++) {
			happens(opened("2", "s" + i));
		}
		assertThat(encoded()).isEqualTo(12);
		wall.leave();
		happens(opened("2", "nobody"));
		assertThat(encoded()).isEqualTo(12);
	}

	@Test
	void aSnapshotGoesToTheFeedThatAskedForIt() {
		Reader board = new Reader(VISITORS);
		board.come();
		assertThat(this.asked).isOne();
		this.screens.view(this.hall.view());
		Reader wall = new Reader(STAFF);
		wall.come();
		assertThat(this.asked).as("there was none for walls").isEqualTo(2);
		assertThat(wall.snapshots).isOne();
		assertThat(board.snapshots).isOne();
	}

	@Test
	void bothAreServedByOneViewIfBothWaitForIt() {
		Reader board = new Reader(VISITORS);
		Reader wall = new Reader(STAFF);
		this.screens.feed(VISITORS).add(board.screen(null));
		this.screens.feed(STAFF).add(wall.screen(null));
		draw();
		assertThat(wall.view).isEqualTo(json(this.hall.view()));
		assertThat(board.view).isEqualTo(json(this.hall.view().forVisitors()));
		assertThat(wall.snapshots + board.snapshots).isEqualTo(2);
	}

	@Test
	void aFeedThatSleptHasNoHole() {
		Reader wall = new Reader(STAFF);
		Reader board = new Reader(VISITORS);
		wall.come();
		board.come();
		happens(opened("1", "zhou.min"));
		board.leave();
		board.come();
		assertThat(board.snapshots).as("nothing happened").isOne();
		board.leave();
		happens(opened("2", "li.qiang"));
		board.come();
		happens(opened("1", "wang.fang"));
		assertThat(board.snapshots).as("what happened was not drawn for it").isEqualTo(2);
		assertThat(board.view).isEqualTo(json(this.hall.view().forVisitors()));
		assertThat(wall.snapshots).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whoeverComesAndGoesHasExactlyWhatIsForThem(long seed) {
		Random random = new Random(seed);
		List<Reader> readers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			readers.add(new Reader((i % 2 == 0) ? STAFF : VISITORS));
		}
		int resumed = 0;
		for (int i = 0; i < 2_000; i++) {
			Reader reader = readers.get(random.nextInt(readers.size()));
			if (random.nextInt(3) == 0) {
				int snapshots = reader.snapshots;
				if (reader.present == null) {
					reader.come();
					resumed += (reader.snapshots == snapshots) ? 1 : 0;
				}
				else {
					reader.leave();
				}
			}
			if (random.nextInt(3) > 0) {
				happens(opened(Integer.toString(1 + random.nextInt(2)), "s" + i));
			}
			for (Reader each : readers) {
				if (each.present != null) {
					assertThat(each.view).isEqualTo(json(each.audience.sees(this.hall.view())));
				}
			}
		}
		assertThat(resumed).isGreaterThan(20);
	}

	@Test
	void anIdOfOneAudienceIsOfNoUseToTheOther() {
		Reader wall = new Reader(STAFF);
		Reader board = new Reader(VISITORS);
		wall.come();
		board.come();
		assertThat(wall.lastId).isEqualTo("e." + this.hall.version());
		assertThat(board.lastId).isEqualTo("e-public." + this.hall.version());
		assertThat(this.screens.feed(STAFF).cursor(wall.lastId)).isEqualTo(this.hall.version());
		assertThat(this.screens.feed(VISITORS).cursor(board.lastId)).isEqualTo(this.hall.version());
		assertThat(this.screens.feed(STAFF).cursor(board.lastId)).isNegative();
		assertThat(this.screens.feed(VISITORS).cursor(wall.lastId)).isNegative();
	}

	@Test
	void whatIsNotRecordedYetReachesBoardsThatComeLaterToo() {
		this.screens.unrecorded(new Unrecorded(this.now, this.hall.view().plan().timeZone(), List.of()));
		Reader board = new Reader(VISITORS);
		board.come();
		assertThat(board.last()).contains("\"event\":\"unrecorded\"");
	}

	private void happens(HallEvent.Fact fact) {
		this.now = this.now.plusSeconds(1);
		this.hall.report(new Report(key(), this.now, fact), this.now);
		draw();
	}

	/** What the hall's writer does. */
	private void draw() {
		if (this.screens.watched()) {
			HallFrame frame = this.hall.takeFrame();
			if (frame != null) {
				this.screens.frame(frame);
			}
		}
		else {
			this.hall.skipFrame();
			this.screens.skipped(this.hall.version());
		}
		this.loop.runPendingTasks();
		if (this.drawWhole) {
			this.drawWhole = false;
			this.screens.view(this.hall.view());
			this.loop.runPendingTasks();
		}
	}

	private EventKey key() {
		return new EventKey("test", "k" + this.events++);
	}

	private static HallEvent.Fact opened(String window, String staff) {
		return new HallEvent.WindowOpened(new WindowId(window), staff, null);
	}

	/** How many patches were made. */
	private long encoded() {
		return this.registry.get("hall.stream.frame.size").summary().count();
	}

	private static JsonNode json(HallFrame frame) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.write(frame, out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

	/** A screen that takes all there is. */
	private final class Reader implements Outlet {

		private final Audience audience;

		private final List<String> heard = new ArrayList<>();

		private JsonNode view = HallJson.mapper().missingNode();

		private @Nullable String lastId;

		private int snapshots;

		private @Nullable Screen present;

		Reader(Audience audience) {
			this.audience = audience;
		}

		Screen screen(@Nullable String lastId) {
			Feed feed = HallScreensTest.this.screens.feed(this.audience);
			return new Screen(feed, HallScreensTest.this.loop.eventLoop(), this, HallScreensTest.this.meters,
					feed.cursor(lastId));
		}

		/** With the id of the last frame. */
		void come() {
			Screen screen = screen(this.lastId);
			this.present = screen;
			screen.feed().add(screen);
			draw();
		}

		void leave() {
			Screen gone = this.present;
			if (gone != null) {
				gone.feed().remove(gone);
				gone.leave();
				this.present = null;
			}
		}

		String last() {
			return this.heard.getLast();
		}

		@Override
		public int room() {
			return 2;
		}

		@Override
		public void write(List<Frame> frames, Runnable written) {
			for (Frame frame : frames) {
				hear(frame.payload().toString(StandardCharsets.UTF_8));
				frame.release();
			}
			written.run();
		}

		private void hear(String payload) {
			this.heard.add(payload);
			JsonNode frame = HallJson.mapper().readTree(payload);
			JsonNode data = frame.required("data");
			switch (frame.required("event").stringValue()) {
				case "snapshot" -> {
					this.view = data;
					this.snapshots++;
				}
				case "patch" -> this.view = MergePatch.apply(this.view, data);
				default -> {
					return;
				}
			}
			this.lastId = frame.required("id").stringValue();
		}

		@Override
		public void end() {
		}

		@Override
		public void cut() {
			throw new AssertionError("A screen that takes all there is was cut off");
		}

	}

}
