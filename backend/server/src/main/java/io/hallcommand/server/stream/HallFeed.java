package io.hallcommand.server.stream;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;

/**
 * What one audience watches of one hall. While nobody of it does, nothing is drawn for
 * it, whoever else watches the hall.
 */
final class HallFeed {

	private final Audience audience;

	private final FrameEncoder encoder;

	private final Feed feed;

	HallFeed(Audience audience, FrameEncoder encoder, StreamSettings settings, StreamMeters meters, InstantSource clock,
			Runnable draw) {
		this.audience = audience;
		this.encoder = encoder;
		this.feed = new Feed(encoder, settings, meters, draw,
				() -> encoder.encode(new Unrecorded(clock.instant(), ZoneOffset.UTC, List.of())));
	}

	Feed feed() {
		return this.feed;
	}

	void frame(HallFrame frame) {
		if (this.feed.watched()) {
			this.feed.frame(this.encoder.encode(this.audience.sees(frame)));
		}
		else {
			this.feed.skipped(frame.version());
		}
	}

	/** Another audience may have asked for it. */
	void view(HallView view) {
		if (this.feed.asked()) {
			this.feed.snapshot(this.encoder.encode(this.audience.sees(view)));
		}
	}

	/** Kept also while nobody watches: whoever comes must see it. It is rare. */
	void unrecorded(Unrecorded unrecorded) {
		this.feed.aside(this.encoder.encode(this.audience.sees(unrecorded)));
	}

}
