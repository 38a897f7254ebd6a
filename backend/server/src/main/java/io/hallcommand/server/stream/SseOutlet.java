package io.hallcommand.server.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;

/**
 * Server-sent events over HTTP/1.1, on a connection that was taken over from the
 * framework. Frames carry their chunk framing, so they are written as they are: no
 * object, no copy and no encoding for a single screen. The connection ends with the
 * stream.
 */
final class SseOutlet extends ChannelDuplexHandler implements Outlet, ChannelFutureListener {

	/** Ends a chunked answer. */
	private static final ByteBuf LAST_CHUNK = Unpooled
		.unreleasableBuffer(Unpooled.directBuffer(5, 5).writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
		.asReadOnly();

	private static final Logger log = LoggerFactory.getLogger(SseOutlet.class);

	private final StreamHub hub;

	private final Channel channel;

	private @Nullable Screen screen;

	private @Nullable Disposable untilOver;

	private Runnable written = () -> {
	};

	SseOutlet(StreamHub hub, Channel channel) {
		this.hub = hub;
		this.channel = channel;
	}

	/**
	 * Begins, on the event loop, when the connection is taken over.
	 * @param access knows when the caller may no longer see it
	 */
	void open(Feed feed, @Nullable String lastEventId, Access access, Caller caller) {
		if (!this.channel.isActive()) {
			return;
		}
		try {
			Screen joined = this.hub.join(feed, this.channel.eventLoop(), this, lastEventId);
			this.screen = joined;
			this.untilOver = access.whenOver(caller, joined::end);
		}
		catch (RuntimeException ex) {
			log.warn("A screen could not be let in", ex);
			end();
		}
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
			this.channel.write(frames.get(i).chunk().retainedDuplicate(), this.channel.voidPromise());
		}
		this.channel.writeAndFlush(frames.get(last).chunk().retainedDuplicate()).addListener(this);
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
		writeEnd().addListener(CLOSE);
	}

	@Override
	public void cut() {
		leave();
		this.channel.close();
	}

	/** Whoever closes the connection, as a server that stops does: the answer ends. */
	@Override
	public void close(ChannelHandlerContext context, ChannelPromise promise) {
		if (this.screen != null) {
			writeEnd();
		}
		context.close(promise);
	}

	/** A screen has nothing to say. */
	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		ReferenceCountUtil.release(message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		leave();
		context.fireChannelInactive();
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslCloseCompletionEvent closing && closing.isSuccess()) {
			cut();
		}
		context.fireUserEventTriggered(event);
	}

	/** The connection broke. */
	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		log.debug("A screen's connection failed", failure);
		cut();
	}

	private ChannelFuture writeEnd() {
		leave();
		return this.channel.writeAndFlush(LAST_CHUNK.duplicate());
	}

	private void leave() {
		if (this.untilOver != null) {
			this.untilOver.dispose();
			this.untilOver = null;
		}
		if (this.screen != null) {
			this.hub.leave(this.screen);
			this.screen = null;
		}
	}

}
