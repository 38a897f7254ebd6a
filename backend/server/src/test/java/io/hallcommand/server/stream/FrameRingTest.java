package io.hallcommand.server.stream;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrameRingTest {

	private final List<Frame> made = new ArrayList<>();

	private final FrameRing ring = new FrameRing(4, 1_000);

	@AfterEach
	void everyFrameIsFreedWithTheRing() {
		this.ring.close();
		assertThat(this.made).allSatisfy((frame) -> assertThat(frame.refCnt()).isZero());
	}

	/** A writer may still draw while its server stops. */
	@Test
	void aClosedRingKeepsNothing() {
		this.ring.add(patch(0, 1));
		this.ring.close();
		this.ring.add(patch(1, 2));
		this.ring.snapshot(snapshot(2));
		assertThat(this.ring.take(-1, 10)).isEqualTo(FrameRing.Taken.NOTHING);
		assertThat(this.made).hasSize(3).allSatisfy((frame) -> assertThat(frame.refCnt()).isZero());
	}

	@Test
	void aScreenGetsWhatItMissed() {
		this.ring.skip(10);
		this.ring.add(patch(10, 12));
		this.ring.add(patch(12, 13));
		assertThat(versions(this.ring.take(10, 9))).containsExactly(12L, 13L);
		assertThat(versions(this.ring.take(12, 9))).containsExactly(13L);
		assertThat(versions(this.ring.take(13, 9))).isEmpty();
	}

	@Test
	void aScreenBetweenTwoFramesGetsTheOneThatLeadsPastIt() {
		this.ring.skip(10);
		this.ring.add(patch(10, 15));
		assertThat(versions(this.ring.take(12, 9))).containsExactly(15L);
	}

	@Test
	void noMoreFramesAreTakenThanThereIsRoomFor() {
		this.ring.add(patch(0, 1));
		this.ring.add(patch(1, 2));
		this.ring.add(patch(2, 3));
		assertThat(versions(this.ring.take(0, 2))).containsExactly(1L, 2L);
		assertThat(versions(this.ring.take(0, 1))).containsExactly(1L);
	}

	@Test
	void aScreenThatTheRingHasPassedNeedsASnapshot() {
		for (int version = 1; version <= 6; version++) {
			this.ring.add(patch(version - 1, version));
		}
		assertThat(this.ring.take(1, 9).behind()).isTrue();
		assertThat(versions(this.ring.take(2, 9))).containsExactly(3L, 4L, 5L, 6L);
		this.ring.snapshot(snapshot(4));
		FrameRing.Taken taken = this.ring.take(1, 9);
		assertThat(taken.snapshot()).isTrue();
		assertThat(versions(taken)).containsExactly(4L, 5L, 6L);
	}

	@Test
	void aSnapshotThatTheRingHasPassedIsOfNoUse() {
		this.ring.add(patch(0, 1));
		this.ring.snapshot(snapshot(1));
		for (int version = 2; version <= 9; version++) {
			this.ring.add(patch(version - 1, version));
		}
		assertThat(this.ring.take(-1, 9).behind()).isTrue();
	}

	@Test
	void aNewScreenNeedsASnapshotEvenOfAQuietHall() {
		this.ring.skip(7);
		assertThat(this.ring.take(-1, 9).behind()).isTrue();
		assertThat(this.ring.take(7, 9).behind()).isFalse();
		this.ring.snapshot(snapshot(7));
		assertThat(versions(this.ring.take(-1, 9))).containsExactly(7L);
	}

	@Test
	void aWholeViewAmongTheFramesServesEverybody() {
		this.ring.skip(3);
		this.ring.add(snapshot(5));
		this.ring.add(patch(5, 6));
		assertThat(versions(this.ring.take(-1, 9))).containsExactly(5L, 6L);
		assertThat(versions(this.ring.take(1, 9))).containsExactly(5L, 6L);
	}

	@Test
	void framesThatWereNeverMadeLeaveNoSilentHole() {
		this.ring.add(patch(0, 1));
		this.ring.skip(5);
		assertThat(this.ring.take(1, 9).behind()).isTrue();
		this.ring.add(patch(5, 6));
		assertThat(this.ring.take(1, 9).behind()).isTrue();
		assertThat(versions(this.ring.take(5, 9))).containsExactly(6L);
	}

	@Test
	void bytesAreBoundedTooButTheNewestFrameStays() {
		this.ring.add(patch(0, 1, 700));
		this.ring.add(patch(1, 2, 700));
		assertThat(this.ring.take(0, 9).behind()).isTrue();
		assertThat(versions(this.ring.take(1, 9))).containsExactly(2L);
		this.ring.add(patch(2, 3, 5_000));
		assertThat(versions(this.ring.take(2, 9))).containsExactly(3L);
	}

	private static List<Long> versions(FrameRing.Taken taken) {
		List<Long> versions = taken.frames().stream().map(Frame::version).toList();
		taken.frames().forEach(Frame::release);
		return versions;
	}

	private Frame patch(long after, long version) {
		return patch(after, version, 10);
	}

	private Frame patch(long after, long version, int size) {
		ByteBuf bytes = Unpooled.buffer(size).writeZero(size);
		Frame frame = new Frame(after, version, bytes, Unpooled.buffer(0));
		this.made.add(frame);
		return frame;
	}

	private Frame snapshot(long version) {
		return patch(-1, version);
	}

}
