package io.hallcommand.benchmark.client;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Posts one hall's events, request after request, on the client's event loop. It sends
 * the next one as soon as the last was answered and the screens are not too far behind:
 * the server always has work, and never more than the window.
 */
final class Publisher extends SimpleChannelInboundHandler<FullHttpResponse> {

	private final Stage.Feed feed;

	private final int events;

	private final int window;

	private final Audience audience;

	private @Nullable Channel channel;

	private boolean waiting;

	private boolean running;

	private @Nullable String failure;

	/**
	 * @param events in one request
	 * @param window how many events the screens may be behind on average
	 */
	Publisher(Stage.Feed feed, int events, int window, Audience audience) {
		this.feed = feed;
		this.events = events;
		this.window = window;
		this.audience = audience;
	}

	void connect(Loop loop) {
		this.channel = loop.bootstrap().handler(new ChannelInitializer<>() {
			@Override
			protected void initChannel(Channel channel) {
				channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(1 << 20), Publisher.this);
			}
		}).connect(this.feed.address()).syncUninterruptibly().channel();
	}

	/** On the loop. */
	void start() {
		this.running = true;
		publish();
	}

	/** On the loop. */
	void stop() {
		this.running = false;
	}

	/** On the loop: perhaps the screens are near enough now. */
	void publish() {
		Channel open = this.channel;
		if (!this.running || this.waiting || open == null || this.audience.behind() + this.events > this.window) {
			return;
		}
		this.waiting = true;
		byte[] body = this.feed.source().body(this.audience.sent(), this.events);
		this.audience.sending(this.events, System.nanoTime());
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, this.feed.path(),
				Unpooled.wrappedBuffer(body));
		request.headers()
			.set(HttpHeaderNames.HOST, "localhost")
			.set(HttpHeaderNames.CONTENT_TYPE, this.feed.contentType())
			.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
		if (this.feed.token() != null) {
			request.headers().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + this.feed.token());
		}
		open.writeAndFlush(request);
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
		this.waiting = false;
		if (response.status().code() / 100 != 2) {
			fail(response.status() + " " + response.content().toString(StandardCharsets.UTF_8));
			return;
		}
		publish();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		fail(cause.toString());
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (this.running) {
			fail("the connection was closed");
		}
	}

	private void fail(String why) {
		this.running = false;
		this.failure = why;
	}

	/** On the loop: throws what went wrong. */
	void check() {
		if (this.failure != null) {
			throw new IllegalStateException("POST " + this.feed.path() + " failed: " + this.failure);
		}
	}

	/** On the loop. */
	void close() {
		this.running = false;
		if (this.channel != null) {
			this.channel.close();
		}
	}

}
