package io.hallcommand.benchmark.reference;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;

/**
 * The least that can fan out server-sent events: one thread, no framework, no store.
 * {@code POST /pub/c} takes events, one a line; {@code GET /sse/c} shows them.
 */
public final class BareNettyServer {

	private static final byte[] HEAD = ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
			+ "Transfer-Encoding: chunked\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	private static final Gone GONE = new Gone();

	private final Map<String, Broadcast> broadcasts = new HashMap<>();

	private final boolean joined;

	private BareNettyServer(boolean joined) {
		this.joined = joined;
	}

	/**
	 * Serves until the process ends.
	 * @param joined whether what waits for a screen goes out in one write
	 */
	public static void serve(int port, boolean joined) throws InterruptedException {
		BareNettyServer server = new BareNettyServer(joined);
		IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
		new ServerBootstrap().group(new MultiThreadIoEventLoopGroup(1, io))
			.channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, 4096)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), server.new Requests(), GONE);
				}
			})
			.bind("127.0.0.1", port)
			.sync()
			.channel()
			.closeFuture()
			.sync();
	}

	/** On the only thread. */
	private Broadcast broadcast(String channel) {
		return this.broadcasts.computeIfAbsent(channel,
				(name) -> this.joined ? new JoinedBroadcast() : new PlainBroadcast());
	}

	private final class Requests extends SimpleChannelInboundHandler<FullHttpRequest> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
			String path = request.uri();
			if (path.startsWith("/sse/")) {
				show(context.channel(), broadcast(path.substring("/sse/".length())));
			}
			else if (path.startsWith("/pub/")) {
				broadcast(path.substring("/pub/".length())).publish(request.content());
				answer(context, HttpResponseStatus.OK);
			}
			else {
				answer(context, HttpResponseStatus.NOT_FOUND);
			}
		}

		private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
			DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
			response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, 0);
			context.writeAndFlush(response);
		}

		private static void show(Channel channel, Broadcast broadcast) {
			ChannelPipeline pipeline = channel.pipeline();
			while (pipeline.first() != GONE) {
				pipeline.removeFirst();
			}
			channel.writeAndFlush(Unpooled.wrappedBuffer(HEAD)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
			// Not at once: a write that fails closes the channel while the screens are
			// gone through
			channel.closeFuture().addListener((closed) -> channel.eventLoop().execute(() -> broadcast.remove(channel)));
			broadcast.add(channel);
		}

	}

	/** Who breaks off a connection is gone, no more. */
	@Sharable
	private static final class Gone extends ChannelInboundHandlerAdapter {

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.close();
		}

	}

	/** An event as one chunk, in direct memory. */
	static ByteBuf chunk(Channel channel, long number, ByteBuf data) {
		byte[] head = ("id: bare." + number + "\nevent: patch\ndata: ").getBytes(StandardCharsets.US_ASCII);
		int size = head.length + data.readableBytes() + 2;
		byte[] length = (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		return channel.alloc()
			.directBuffer(size + length.length + 2)
			.writeBytes(length)
			.writeBytes(head)
			.writeBytes(data, data.readerIndex(), data.readableBytes())
			.writeBytes(new byte[] { '\n', '\n', '\r', '\n' });
	}

}
