package io.hallcommand.server.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * From the one who draws frames, of a hall or of something else, to all screens that
 * watch them.
 */
public final class Feed {

	private final FrameEncoder encoder;

	private final FrameRing ring;

	private final Aside aside = new Aside();

	private final Runnable draw;

	private final @Nullable Supplier<Frame> nothingAside;

	private final long lingeringNanos;

	private final StreamMeters meters;

	private final Map<EventLoop, LoopScreens> loops = new ConcurrentHashMap<>();

	private final AtomicInteger screens = new AtomicInteger();

	private final AtomicBoolean drawing = new AtomicBoolean();

	private volatile long emptySince;

	private volatile boolean closed;

	/**
	 * @param draw asks for a snapshot, which comes soon; any thread may run it
	 * @param nothingAside what a screen that comes back is told while nothing stands
	 * beside the ring; {@code null} if nothing ever does
	 */
	Feed(FrameEncoder encoder, StreamSettings settings, StreamMeters meters, Runnable draw,
			@Nullable Supplier<Frame> nothingAside) {
		this.encoder = encoder;
		this.ring = new FrameRing(settings.ringFrames(), settings.ringBytes().toBytes());
		this.lingeringNanos = settings.lingering().toNanos();
		this.meters = meters;
		this.draw = draw;
		this.nothingAside = nothingAside;
		this.emptySince = System.nanoTime() - this.lingeringNanos;
	}

	/**
	 * Whether frames are wanted. While they are not, none need be drawn.
	 */
	public boolean watched() {
		return this.screens.get() > 0 || System.nanoTime() - this.emptySince < this.lingeringNanos;
	}

	/**
	 * Whether somebody waits for the whole picture.
	 */
	boolean asked() {
		return this.drawing.get();
	}

	/**
	 * The next frame, a merge patch that leads on from the one before.
	 */
	public void patch(long after, long version, byte[] json) {
		frame(this.encoder.patch(after, version, json));
	}

	/**
	 * The whole picture that was asked for.
	 */
	public void snapshot(long version, byte[] json) {
		snapshot(this.encoder.snapshot(version, json));
	}

	/**
	 * Nobody watched, so frames up to this version were never drawn: the next one leads
	 * on from here.
	 */
	public void skipped(long version) {
		this.ring.skip(version);
		// A screen may just have come in
		if (this.screens.get() > 0) {
			signal();
		}
	}

	/** Takes over the frame. */
	void frame(Frame frame) {
		this.meters.frame(frame.size());
		this.ring.add(frame);
		signal();
	}

	/** Takes over the frame. */
	void snapshot(Frame frame) {
		this.drawing.set(false);
		this.ring.snapshot(frame);
		signal();
	}

	/** Takes over the frame, which goes beside the ring. */
	void aside(Frame frame) {
		this.aside.put(frame);
		signal();
	}

	/** A screen comes back: it wants to hear it also when nothing stands aside. */
	void comesBack() {
		if (this.nothingAside != null && this.aside.number() == 0) {
			this.aside.put(this.nothingAside.get());
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

	/**
	 * The version that a screen has by its last frame. One of another epoch, or one that
	 * there never was, is of no use.
	 * @return negative if it has none
	 */
	long cursor(@Nullable String lastEventId) {
		if (lastEventId == null) {
			return -1;
		}
		int dot = lastEventId.lastIndexOf('.');
		if (dot < 0 || !lastEventId.substring(0, dot).equals(this.encoder.epoch())) {
			return -1;
		}
		try {
			long version = Long.parseLong(lastEventId, dot + 1, lastEventId.length(), 10);
			return (version > this.ring.head()) ? -1 : version;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	/** On the screen's loop. */
	void add(Screen screen) {
		this.screens.incrementAndGet();
		this.loops.computeIfAbsent(screen.loop(), LoopScreens::new).add(screen);
		screen.pump();
		if (this.closed) {
			screen.end();
		}
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
		this.closed = true;
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
