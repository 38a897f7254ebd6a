package io.hallcommand.server.rsocket;

import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.rsocket.DuplexConnection;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameLengthCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * A connection that writes frames to its channel at once and flushes them together. The
 * library's own puts a queue without bound before the channel, so that nobody can see
 * that a reader is slow; here routes ask the channel and wait.
 */
final class NettyDuplexConnection implements DuplexConnection, Peer.Connection {

	/**
	 * A reader that lets so much pile up although its routes hold back is cut off: it
	 * asks for answers and does not read them.
	 */
	private static final long MOST_UNREAD_BYTES = 16L << 20;

	/**
	 * Up to here a frame's parts are copied into one buffer: that costs less than a write
	 * of several buffers.
	 */
	private static final int COPIED = 4 * 1024;

	private final Connection connection;

	private final Channel channel;

	private final boolean webSocket;

	private final List<Runnable> whenWritable = new CopyOnWriteArrayList<>();

	private boolean flushing;

	private NettyDuplexConnection(Connection connection, boolean webSocket) {
		this.connection = connection;
		this.channel = connection.channel();
		this.webSocket = webSocket;
		connection.addHandlerLast("hall.writable", new ChannelInboundHandlerAdapter() {
			@Override
			public void channelWritabilityChanged(ChannelHandlerContext context) {
				if (context.channel().isWritable()) {
					NettyDuplexConnection.this.whenWritable.forEach(Runnable::run);
				}
				context.fireChannelWritabilityChanged();
			}
		});
	}

	static NettyDuplexConnection tcp(Connection connection) {
		return new NettyDuplexConnection(connection, false);
	}

	static NettyDuplexConnection webSocket(Connection connection) {
		return new NettyDuplexConnection(connection, true);
	}

	Channel channel() {
		return this.channel;
	}

	@Override
	public void whenWritable(Runnable work) {
		this.whenWritable.add(work);
	}

	@Override
	public void noLonger(Runnable work) {
		this.whenWritable.remove(work);
	}

	@Override
	public void sendFrame(int streamId, ByteBuf frame) {
		if (this.channel.eventLoop().inEventLoop()) {
			send(frame);
		}
		else {
			this.channel.eventLoop().execute(() -> send(frame));
		}
	}

	private void send(ByteBuf frame) {
		if (!this.channel.isActive()) {
			frame.release();
			return;
		}
		this.channel.write(framed(frame), this.channel.voidPromise());
		if (this.channel.bytesBeforeWritable() > MOST_UNREAD_BYTES) {
			dispose();
		}
		else if (!this.flushing) {
			this.flushing = true;
			this.channel.eventLoop().execute(this::flush);
		}
	}

	@Override
	public void together(Runnable sends) {
		// No task for a flush: there would be one for each screen and frame
		boolean coming = this.flushing;
		this.flushing = true;
		sends.run();
		this.flushing = coming;
		this.channel.flush();
	}

	private void flush() {
		this.flushing = false;
		this.channel.flush();
	}

	private Object framed(ByteBuf frame) {
		if (this.webSocket) {
			return new BinaryWebSocketFrame(frame);
		}
		int size = frame.readableBytes();
		if (size > COPIED) {
			return FrameLengthCodec.encode(alloc(), size, frame);
		}
		ByteBuf whole = alloc().directBuffer(3 + size).writeMedium(size).writeBytes(frame);
		frame.release();
		return whole;
	}

	@Override
	public void sendErrorAndClose(RSocketErrorException error) {
		ByteBuf frame = ErrorFrameCodec.encode(alloc(), 0, error);
		this.channel.eventLoop()
			.execute(() -> this.channel.writeAndFlush(framed(frame)).addListener(ChannelFutureListener.CLOSE));
	}

	@Override
	public Flux<ByteBuf> receive() {
		Flux<ByteBuf> received = this.connection.inbound().receive();
		return this.webSocket ? received : received.map(FrameLengthCodec::frame);
	}

	@Override
	public ByteBufAllocator alloc() {
		return this.channel.alloc();
	}

	@Override
	public SocketAddress remoteAddress() {
		return this.channel.remoteAddress();
	}

	@Override
	public Mono<Void> onClose() {
		return this.connection.onDispose();
	}

	@Override
	public void dispose() {
		this.connection.dispose();
	}

	@Override
	public boolean isDisposed() {
		return this.connection.isDisposed();
	}

}
