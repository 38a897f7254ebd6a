package io.hallcommand.server.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.server.live.Screens;
import io.netty.channel.EventLoop;

/**
 * From one hall's writer to all of its screens.
 */
final class HallChannel implements Screens {

	private final FrameEncoder encoder;

	private final FrameRing ring;

	private final Aside aside = new Aside();

	private final Runnable draw;

	private final long lingeringNanos;

	private final StreamMeters meters;

	private final Map<EventLoop, LoopScreens> loops = new ConcurrentHashMap<>();

	private final AtomicInteger screens = new AtomicInteger();

	private final AtomicBoolean drawing = new AtomicBoolean();

	private volatile long emptySince;

	HallChannel(FrameEncoder encoder, StreamSettings settings, StreamMeters meters, Runnable draw) {
		this.encoder = encoder;
		this.ring = new FrameRing(settings.ringFrames(), settings.ringBytes().toBytes());
		this.lingeringNanos = settings.lingering().toNanos();
		this.meters = meters;
		this.draw = draw;
		this.emptySince = System.nanoTime() - this.lingeringNanos;
	}

	@Override
	public boolean watched() {
		return this.screens.get() > 0 || System.nanoTime() - this.emptySince < this.lingeringNanos;
	}

	@Override
	public void frame(HallFrame frame) {
		Frame encoded = this.encoder.encode(frame);
		this.meters.frame(encoded.size());
		this.ring.add(encoded);
		signal();
	}

	@Override
	public void skipped(long version) {
		this.ring.skip(version);
		// A screen may just have come in
		if (this.screens.get() > 0) {
			signal();
		}
	}

	@Override
	public void view(HallView view) {
		this.drawing.set(false);
		this.ring.snapshot(this.encoder.encode(view));
		signal();
	}

	@Override
	public void unrecorded(Unrecorded unrecorded) {
		this.aside.put(this.encoder.encode(unrecorded));
		signal();
	}

	/** Somebody wants to hear it also when there is nothing. */
	void unrecorded(Instant now) {
		if (this.aside.number() == 0) {
			this.aside.put(this.encoder.encode(new Unrecorded(now, ZoneOffset.UTC, List.of())));
		}
	}

	/** What stands beside the ring. */
	Aside aside() {
		return this.aside;
	}

	FrameRing.Taken take(long cursor, int most) {
		FrameRing.Taken taken = this.ring.take(cursor, most);
		if (taken.behind() && this.drawing.compareAndSet(false, true)) {
			this.draw.run();
		}
		return taken;
	}

	long head() {
		return this.ring.head();
	}

	/** On the screen's loop. */
	void add(Screen screen) {
		this.screens.incrementAndGet();
		this.loops.computeIfAbsent(screen.loop(), LoopScreens::new).add(screen);
		screen.pump();
	}

	/** On the screen's loop. */
	void remove(Screen screen) {
		LoopScreens mates = this.loops.get(screen.loop());
		if (mates != null) {
			mates.remove(screen);
		}
		this.emptySince = System.nanoTime();
		this.screens.decrementAndGet();
	}

	/** Sends the screens off, to come in anew, and frees the frames. */
	void close() {
		endAll();
		free();
	}

	/** Frees the frames; nobody is shown anything any more. */
	void free() {
		this.ring.close();
		this.aside.close();
	}

	/** Ends every screen's stream. */
	void endAll() {
		this.loops.forEach((loop, mates) -> loop.execute(() -> mates.all().forEach(Screen::end)));
	}

	private void signal() {
		this.loops.values().forEach(LoopScreens::signal);
	}

}
