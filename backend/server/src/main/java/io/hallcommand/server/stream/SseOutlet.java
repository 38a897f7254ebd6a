package io.hallcommand.server.stream;

import java.util.List;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;

/**
 * Server-sent events over HTTP/1.1. The framework opened the response and sent its head;
 * from then on frames, which carry their chunk framing, are written from below the HTTP
 * codec (and above TLS): no object, no copy and no encoding for a single screen.
 */
final class SseOutlet implements Outlet, ChannelFutureListener {

	private final Channel channel;

	private final ChannelHandlerContext codec;

	private final Runnable end;

	private Runnable written = () -> {
	};

	/**
	 * An outlet on a response whose head is written.
	 * @param codec the HTTP codec's place in the pipeline
	 * @param end completes the response
	 */
	SseOutlet(ChannelHandlerContext codec, Runnable end) {
		this.channel = codec.channel();
		this.codec = codec;
		this.end = end;
	}

	@Override
	public int room() {
		return this.channel.isActive() ? Integer.MAX_VALUE : 0;
	}

	@Override
	public void write(List<Frame> frames, Runnable written) {
		this.written = written;
		int last = frames.size() - 1;
		for (int i = 0; i < last; i++) {
			this.codec.write(frames.get(i).chunk().retainedDuplicate(), this.channel.voidPromise());
		}
		this.codec.writeAndFlush(frames.get(last).chunk().retainedDuplicate()).addListener(this);
		for (int i = 0; i <= last; i++) {
			frames.get(i).release();
		}
	}

	@Override
	public void operationComplete(ChannelFuture write) {
		this.written.run();
	}

	@Override
	public void end() {
		this.end.run();
	}

	@Override
	public void cut() {
		this.channel.close();
	}

}
