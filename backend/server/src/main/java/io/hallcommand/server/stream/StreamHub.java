package io.hallcommand.server.stream;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.live.Screens;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The channels of all halls and the hearts of all event loops; screens come and go here.
 */
@Component
class StreamHub implements Screens.Factory, SmartLifecycle, DisposableBean {

	private final Map<HallId, HallChannel> channels = new ConcurrentHashMap<>();

	private final Map<EventLoop, Heart> hearts = new ConcurrentHashMap<>();

	private final FrameEncoder encoder;

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
	}

	@Override
	public Screens screensOf(HallId hall, Runnable draw) {
		return this.channels.computeIfAbsent(hall,
				(id) -> new HallChannel(this.encoder, this.settings, this.meters, draw));
	}

	@Override
	public void forget(HallId hall) {
		HallChannel gone = this.channels.remove(hall);
		if (gone != null) {
			gone.close();
		}
	}

	/** Screens hear it at once, by a heartbeat. */
	@Override
	public void fresh(boolean fresh) {
		this.fresh = fresh;
		this.hearts.forEach((loop, heart) -> loop.execute(heart::beatAll));
	}

	/**
	 * Lets a screen in. The hall is alive. On the event loop.
	 * @param lastEventId the last frame that the screen has; {@code null} if none
	 */
	Screen join(HallId hall, EventLoop loop, Outlet outlet, @Nullable String lastEventId) {
		HallChannel channel = this.channels.get(hall);
		if (channel == null) {
			throw new IllegalStateException("Hall " + hall + " is not alive");
		}
		long cursor = cursor(lastEventId, channel.head());
		Screen screen = new Screen(channel, loop, outlet, this.meters, cursor);
		this.meters.opened(cursor >= 0);
		if (cursor >= 0) {
			channel.unrecorded(this.clock.instant());
		}
		heart(loop).add(screen);
		channel.add(screen);
		return screen;
	}

	/** On the event loop; doing it twice does no harm. */
	void leave(Screen screen) {
		if (!screen.leave()) {
			return;
		}
		screen.channel().remove(screen);
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
		this.channels.values().forEach(HallChannel::endAll);
	}

	/** The screens are gone, and so are the writers of halls. */
	@Override
	public void destroy() {
		this.channels.values().forEach(HallChannel::free);
	}

	@Override
	public boolean isRunning() {
		return this.running.get();
	}

	private Heart heart(EventLoop loop) {
		return this.hearts.computeIfAbsent(loop, (each) -> new Heart(each, this.settings,
				() -> this.encoder.heartbeat(this.clock.instant(), this.fresh)));
	}

	/** A version of another journal, or one that this journal never had, is of no use. */
	private long cursor(@Nullable String lastEventId, long head) {
		if (lastEventId == null) {
			return -1;
		}
		int dot = lastEventId.lastIndexOf('.');
		if (dot < 0 || !lastEventId.substring(0, dot).equals(this.encoder.epoch())) {
			return -1;
		}
		try {
			long version = Long.parseLong(lastEventId, dot + 1, lastEventId.length(), 10);
			return (version > head) ? -1 : version;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
