package io.hallcommand.server.stream;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.Test;
import reactor.netty.NettyPipeline;

import static org.assertj.core.api.Assertions.assertThat;

class TakeoverTest {

	@Test
	void theFrameworkGoesAndWhatLiesBelowItStays() {
		EmbeddedChannel channel = new EmbeddedChannel();
		AtomicInteger taken = new AtomicInteger();
		ChannelInboundHandlerAdapter below = new ChannelInboundHandlerAdapter();
		ChannelInboundHandlerAdapter successor = new ChannelInboundHandlerAdapter();
		channel.config().setAutoRead(false);
		channel.pipeline()
			.addLast(NettyPipeline.SslHandler, below)
			.addLast(NettyPipeline.HttpCodec, new HttpServerCodec())
			.addLast(NettyPipeline.HttpTrafficHandler, new ChannelInboundHandlerAdapter())
			.addLast(NettyPipeline.ReactiveBridge, new ChannelInboundHandlerAdapter())
			.addLast(new Takeover(successor, taken::incrementAndGet));
		channel.writeInbound(ascii("GET / HTTP/1.1\r\n\r\n"));
		DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
		channel.writeOutbound(head, new DefaultHttpContent(ascii("hello")));
		assertThat(written(channel)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n5\r\nhello\r\n");
		assertThat(taken).hasValue(0);

		ChannelFuture end = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);

		assertThat(end.isSuccess()).as("the framework is told that its answer ended").isTrue();
		assertThat(written(channel)).as("the client is not").isEmpty();
		assertThat(taken).hasValue(1);
		assertThat(channel.pipeline().toMap().values()).containsExactly(below, successor);
		assertThat(channel.config().isAutoRead()).isTrue();
		channel.writeOutbound(ascii("as it is"));
		assertThat(written(channel)).isEqualTo("as it is");
		channel.finishAndReleaseAll();
	}

	private static ByteBuf ascii(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
	}

	private static String written(EmbeddedChannel channel) {
		StringBuilder text = new StringBuilder();
		for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
			text.append(part.toString(StandardCharsets.US_ASCII));
			part.release();
		}
		return text.toString();
	}

}
