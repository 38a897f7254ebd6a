package io.hallcommand.server.stream;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.live.Screens;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The feeds of all halls and of what else is watched, and the hearts of all event loops;
 * screens come and go here.
 */
@Component
class StreamHub implements Screens.Factory, Feeds, SmartLifecycle, DisposableBean {

	private final Map<HallId, HallScreens> halls = new ConcurrentHashMap<>();

	/** Those of other things. */
	private final List<Feed> feeds = new CopyOnWriteArrayList<>();

	private final Map<EventLoop, Heart> hearts = new ConcurrentHashMap<>();

	private final FrameEncoder encoder;

	private final Map<Audience, FrameEncoder> encoders = new EnumMap<>(Audience.class);

	private final StreamSettings settings;

	private final StreamMeters meters;

	private final InstantSource clock;

	private final AtomicBoolean running = new AtomicBoolean();

	private volatile boolean fresh = true;

	StreamHub(FrameEncoder encoder, StreamSettings settings, StreamMeters meters, InstantSource clock) {
		this.encoder = encoder;
		this.settings = settings;
		this.meters = meters;
		this.clock = clock;
		for (Audience audience : Audience.values()) {
			this.encoders.put(audience, new FrameEncoder(audience.epoch(encoder.epoch())));
		}
	}

	@Override
	public Screens screensOf(HallId hall, Runnable draw) {
		return this.halls.computeIfAbsent(hall,
				(id) -> new HallScreens(this.encoders, this.settings, this.meters, this.clock, draw));
	}

	@Override
	public void forget(HallId hall) {
		HallScreens gone = this.halls.remove(hall);
		if (gone != null) {
			gone.close();
		}
	}

	@Override
	public Feed feed(String epoch, Runnable draw) {
		Feed feed = new Feed(new FrameEncoder(epoch), this.settings, this.meters, draw, null);
		this.feeds.add(feed);
		return feed;
	}

	/** What an audience watches of a hall that is alive. */
	Feed feed(HallId hall, Audience audience) {
		HallScreens screens = this.halls.get(hall);
		if (screens == null) {
			throw new IllegalStateException("Hall " + hall + " is not alive");
		}
		return screens.feed(audience);
	}

	/** Screens hear it at once, by a heartbeat. */
	@Override
	public void fresh(boolean fresh) {
		this.fresh = fresh;
		this.hearts.forEach((loop, heart) -> loop.execute(heart::beatAll));
	}

	/**
	 * Lets a screen in. On the event loop.
	 * @param lastEventId the last frame that the screen has; {@code null} if none
	 */
	Screen join(Feed feed, EventLoop loop, Outlet outlet, @Nullable String lastEventId) {
		long cursor = feed.cursor(lastEventId);
		Screen screen = new Screen(feed, loop, outlet, this.meters, cursor);
		this.meters.opened(cursor >= 0);
		if (cursor >= 0) {
			feed.comesBack();
		}
		heart(loop).add(screen);
		feed.add(screen);
		return screen;
	}

	/** On the event loop; doing it twice does no harm. */
	void leave(Screen screen) {
		if (!screen.leave()) {
			return;
		}
		screen.feed().remove(screen);
		heart(screen.loop()).remove(screen);
		this.meters.closed();
	}

	@Override
	public void start() {
		this.running.set(true);
	}

	/** Screens are sent off first: they find another node, or this one again. */
	@Override
	public void stop() {
		this.running.set(false);
		this.halls.values().forEach(HallScreens::endAll);
		this.feeds.forEach(Feed::endAll);
	}

	/** The screens are gone, and so are the writers of halls. */
	@Override
	public void destroy() {
		this.halls.values().forEach(HallScreens::free);
		this.feeds.forEach(Feed::free);
	}

	@Override
	public boolean isRunning() {
		return this.running.get();
	}

	private Heart heart(EventLoop loop) {
		return this.hearts.computeIfAbsent(loop, (each) -> new Heart(each, this.settings,
				() -> this.encoder.heartbeat(this.clock.instant(), this.fresh)));
	}

}
