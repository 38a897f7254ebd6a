package io.hallcommand.server.stream;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.server.live.Screens;

/**
 * From one hall's writer to its feeds, one for each audience.
 */
final class HallScreens implements Screens {

	private final Map<Audience, HallFeed> feeds = new EnumMap<>(Audience.class);

	HallScreens(Map<Audience, FrameEncoder> encoders, StreamSettings settings, StreamMeters meters, InstantSource clock,
			Runnable draw) {
		encoders.forEach((audience, encoder) -> this.feeds.put(audience,
				new HallFeed(audience, encoder, settings, meters, clock, draw)));
	}

	Feed feed(Audience audience) {
		HallFeed found = this.feeds.get(audience);
		if (found == null) {
			throw new IllegalStateException("Nothing is drawn for " + audience);
		}
		return found.feed();
	}

	@Override
	public boolean watched() {
		return this.feeds.values().stream().anyMatch((each) -> each.feed().watched());
	}

	@Override
	public void frame(HallFrame frame) {
		this.feeds.values().forEach((each) -> each.frame(frame));
	}

	@Override
	public void skipped(long version) {
		this.feeds.values().forEach((each) -> each.feed().skipped(version));
	}

	@Override
	public void view(HallView view) {
		this.feeds.values().forEach((each) -> each.view(view));
	}

	@Override
	public void unrecorded(Unrecorded unrecorded) {
		this.feeds.values().forEach((each) -> each.unrecorded(unrecorded));
	}

	/** Sends all screens off, to come in anew. */
	void close() {
		this.feeds.values().forEach((each) -> each.feed().close());
	}

	/** Ends every screen's stream. */
	void endAll() {
		this.feeds.values().forEach((each) -> each.feed().endAll());
	}

	/** Frees the frames; nobody is shown anything any more. */
	void free() {
		this.feeds.values().forEach((each) -> each.feed().free());
	}

}
