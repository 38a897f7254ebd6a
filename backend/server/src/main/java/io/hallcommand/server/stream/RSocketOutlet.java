package io.hallcommand.server.stream;

import java.util.List;

import io.hallcommand.server.rsocket.Peer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A request-stream: writes as long as the reader has asked for frames and the connection
 * takes them.
 */
final class RSocketOutlet implements Outlet, Subscription {

	private final StreamHub hub;

	private final Peer peer;

	private final Channel channel;

	private final Subscriber<? super Payload> reader;

	private final Runnable whenWritable = this::pump;

	/** A connection that is gone need not have cancelled its streams. */
	private final ChannelFutureListener whenClosed = (closed) -> leave();

	private @Nullable Screen screen;

	private boolean cancelled;

	private long asked;

	RSocketOutlet(StreamHub hub, Peer peer, Subscriber<? super Payload> reader) {
		this.hub = hub;
		this.peer = peer;
		this.channel = peer.channel();
		this.reader = reader;
	}

	/** On the event loop. */
	void open(Feed feed, @Nullable String lastEventId) {
		this.reader.onSubscribe(this);
		if (this.cancelled || !this.channel.isActive()) {
			return;
		}
		try {
			this.screen = this.hub.join(feed, this.channel.eventLoop(), this, lastEventId);
		}
		catch (RuntimeException ex) {
			this.reader.onError(ex);
			return;
		}
		this.peer.connection().whenWritable(this.whenWritable);
		this.channel.closeFuture().addListener(this.whenClosed);
		pump();
	}

	@Override
	public int room() {
		return this.channel.isWritable() ? (int) Math.min(this.asked, Integer.MAX_VALUE) : 0;
	}

	@Override
	public void write(List<Frame> frames, Runnable written) {
		this.asked -= frames.size();
		this.peer.connection().together(() -> {
			for (Frame frame : frames) {
				this.reader.onNext(ByteBufPayload.create(frame.payload().retainedDuplicate()));
				frame.release();
			}
		});
		written.run();
	}

	@Override
	public void request(long n) {
		onLoop(() -> {
			this.asked = (this.asked + n < 0) ? Long.MAX_VALUE : this.asked + n;
			pump();
		});
	}

	@Override
	public void cancel() {
		onLoop(() -> {
			this.cancelled = true;
			leave();
		});
	}

	@Override
	public void end() {
		leave();
		this.reader.onComplete();
	}

	@Override
	public void cut() {
		this.channel.close();
	}

	private void pump() {
		if (this.screen != null) {
			this.screen.pump();
		}
	}

	private void leave() {
		if (this.screen != null) {
			this.peer.connection().noLonger(this.whenWritable);
			this.channel.closeFuture().removeListener(this.whenClosed);
			this.hub.leave(this.screen);
			this.screen = null;
		}
	}

	private void onLoop(Runnable work) {
		if (this.channel.eventLoop().inEventLoop()) {
			work.run();
		}
		else {
			this.channel.eventLoop().execute(work);
		}
	}

}
