package io.hallcommand.benchmark.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * One screen: comes in by a door and counts what it is shown.
 */
final class Screen extends ChannelInboundHandlerAdapter {

	private static final byte[] END_OF_HEAD = { '\r', '\n', '\r', '\n' };

	private final Door door;

	private final Audience audience;

	private final Screens all;

	private final @Nullable Deframer frames;

	private final SeqScan scan;

	private ByteBuf head = Unpooled.EMPTY_BUFFER;

	private boolean open;

	private long number = -1;

	private long now;

	Screen(Door door, Audience audience, Screens all) {
		this.door = door;
		this.audience = audience;
		this.all = all;
		this.frames = switch (door.kind()) {
			case SSE_CHUNKS -> new Deframer(new SseChunks(), this::message);
			case RSOCKET_TCP -> new Deframer(new RSocketFrames(false), this::message);
			case RSOCKET_WEB_SOCKET -> new Deframer(new RSocketFrames(true), this::message);
			case SSE_SEQ -> null;
		};
		this.scan = new SeqScan(this::message);
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		byte[] request = this.door.request();
		if (request != null) {
			context.writeAndFlush(Unpooled.wrappedBuffer(request));
		}
		else {
			entered(context);
		}
	}

	private void entered(ChannelHandlerContext context) {
		this.open = true;
		if (this.door.hello().length > 0) {
			context.writeAndFlush(Unpooled.wrappedBuffer(this.door.hello()));
		}
		this.all.entered();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		ByteBuf in = (ByteBuf) message;
		try {
			this.now = System.nanoTime();
			this.audience.received(in.readableBytes());
			if (!this.open && !readHead(context, in)) {
				return;
			}
			if (this.frames != null) {
				this.frames.feed(in);
			}
			else {
				this.scan.feed(in);
			}
		}
		finally {
			in.release();
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		this.all.progress();
	}

	/** Reads the response's head, and says whether it is complete. */
	private boolean readHead(ChannelHandlerContext context, ByteBuf in) {
		this.head = Unpooled.wrappedBuffer(ByteBufUtil.getBytes(this.head), ByteBufUtil.getBytes(in));
		int end = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(END_OF_HEAD), this.head);
		if (end < 0) {
			return false;
		}
		String status = this.head.toString(0, 12, java.nio.charset.StandardCharsets.US_ASCII);
		if (!status.equals("HTTP/1.1 200") && !status.equals("HTTP/1.1 101")) {
			throw new IllegalStateException("The server answered a screen: " + status);
		}
		in.skipBytes(in.readableBytes() - (this.head.readableBytes() - end - END_OF_HEAD.length));
		this.head = Unpooled.EMPTY_BUFFER;
		entered(context);
		return true;
	}

	private void message(long event) {
		if (event < 0) {
			return;
		}
		if (this.number < 0) {
			this.number = this.audience.base();
			if (event == this.number) {
				// The snapshot that a screen begins with
				this.all.pictured();
				return;
			}
		}
		if (event > this.number) {
			this.audience.message(this.number, event, this.now);
			this.number = event;
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.all.failed(new IllegalStateException("The server closed a screen's connection"));
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.all.failed(cause);
	}

}
