package io.hallcommand.server.stream;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;

/**
 * Takes a connection over from the framework, in the middle of an answer. It waits until
 * the framework ends the answer and keeps that end back: to the framework the request is
 * over, to the client the answer goes on. All of the framework's handlers leave the
 * pipeline, and with them everything that was needed to answer the request can be
 * collected. What lies below HTTP, as TLS does, stays.
 */
final class Takeover extends ChannelOutboundHandlerAdapter {

	private final ChannelHandler successor;

	private final Runnable taken;

	/**
	 * A takeover of one connection, to be set behind the framework's handlers.
	 * @param successor reads what the client sends, as bytes, and writes the rest of the
	 * answer, as bytes
	 * @param taken runs on the event loop when the successor is in place
	 */
	Takeover(ChannelHandler successor, Runnable taken) {
		this.successor = successor;
		this.taken = taken;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof LastHttpContent) {
			ReferenceCountUtil.release(message);
			replaceFramework(context.pipeline());
			promise.trySuccess();
			// The framework reads when it wants to; now the system says what comes, and
			// so also when the client is gone
			context.channel().config().setAutoRead(true);
			this.taken.run();
		}
		else {
			context.write(message, promise);
		}
	}

	private void replaceFramework(ChannelPipeline pipeline) {
		boolean framework = false;
		for (String name : pipeline.names()) {
			framework |= name.equals(NettyPipeline.HttpCodec);
			// The pipeline's own end has a name too, but is no handler
			if (framework && pipeline.get(name) != null) {
				pipeline.remove(name);
			}
		}
		pipeline.addLast(this.successor);
	}

}
