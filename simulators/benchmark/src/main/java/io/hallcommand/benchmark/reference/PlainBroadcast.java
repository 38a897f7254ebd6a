package io.hallcommand.benchmark.reference;

import java.util.LinkedHashSet;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One shared buffer, one write for each screen.
 */
final class PlainBroadcast extends Broadcast {

	private final Set<Channel> screens = new LinkedHashSet<>();

	@Override
	void add(Channel screen) {
		this.screens.add(screen);
	}

	@Override
	void remove(Channel screen) {
		this.screens.remove(screen);
	}

	@Override
	@Nullable Channel any() {
		return this.screens.isEmpty() ? null : this.screens.iterator().next();
	}

	@Override
	void send(ByteBuf event) {
		for (Channel screen : this.screens) {
			screen.writeAndFlush(event.retainedDuplicate(), screen.voidPromise());
		}
		event.release();
	}

}
