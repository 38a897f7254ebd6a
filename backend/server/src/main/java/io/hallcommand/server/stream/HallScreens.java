package io.hallcommand.server.stream;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.server.live.Screens;

/**
 * From one hall's writer to its feed.
 */
final class HallScreens implements Screens {

	private final FrameEncoder encoder;

	private final Feed feed;

	HallScreens(FrameEncoder encoder, StreamSettings settings, StreamMeters meters, InstantSource clock,
			Runnable draw) {
		this.encoder = encoder;
		this.feed = new Feed(encoder, settings, meters, draw,
				() -> encoder.encode(new Unrecorded(clock.instant(), ZoneOffset.UTC, List.of())));
	}

	Feed feed() {
		return this.feed;
	}

	@Override
	public boolean watched() {
		return this.feed.watched();
	}

	@Override
	public void frame(HallFrame frame) {
		this.feed.frame(this.encoder.encode(frame));
	}

	@Override
	public void skipped(long version) {
		this.feed.skipped(version);
	}

	@Override
	public void view(HallView view) {
		this.feed.snapshot(this.encoder.encode(view));
	}

	@Override
	public void unrecorded(Unrecorded unrecorded) {
		this.feed.aside(this.encoder.encode(unrecorded));
	}

}
