package io.hallcommand.benchmark.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A ring of events and a cursor for each screen: with one write under way, what waits
 * goes out in the next, together.
 */
final class JoinedBroadcast extends Broadcast {

	private static final int RING = 4096;

	private static final int JOINED = 1024;

	private final @Nullable ByteBuf[] ring = new ByteBuf[RING];

	private final Map<Channel, Cursor> screens = new LinkedHashMap<>();

	private long head;

	private boolean coming;

	@Override
	void add(Channel screen) {
		this.screens.put(screen, new Cursor(screen, this.head));
	}

	@Override
	void remove(Channel screen) {
		this.screens.remove(screen);
	}

	@Override
	@Nullable Channel any() {
		return this.screens.isEmpty() ? null : this.screens.keySet().iterator().next();
	}

	@Override
	void send(ByteBuf event) {
		int place = (int) (this.head++ % RING);
		ByteBuf oldest = this.ring[place];
		if (oldest != null) {
			oldest.release();
		}
		this.ring[place] = event;
		Channel screen = any();
		if (!this.coming && screen != null) {
			this.coming = true;
			screen.eventLoop().execute(() -> {
				this.coming = false;
				this.screens.values().forEach(Cursor::write);
			});
		}
	}

	private ByteBuf event(long number) {
		return Objects.requireNonNull(this.ring[(int) (number % RING)]);
	}

	private final class Cursor {

		private final Channel screen;

		private long next;

		private boolean writing;

		Cursor(Channel screen, long next) {
			this.screen = screen;
			this.next = next;
		}

		void write() {
			if (this.writing || this.next == JoinedBroadcast.this.head) {
				return;
			}
			if (JoinedBroadcast.this.head - this.next > RING) {
				throw new IllegalStateException("A screen is more than the ring behind");
			}
			this.writing = true;
			long end = Math.min(JoinedBroadcast.this.head, this.next + JOINED);
			List<ByteBuf> waiting = new ArrayList<>();
			for (; this.next < end; this.next++) {
				waiting.add(event(this.next).retainedDuplicate());
			}
			ByteBuf last = waiting.removeLast();
			waiting.forEach((event) -> this.screen.write(event, this.screen.voidPromise()));
			this.screen.writeAndFlush(last).addListener((written) -> {
				this.writing = false;
				write();
			});
		}

	}

}
