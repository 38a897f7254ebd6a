package io.hallcommand.benchmark.client;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Many screens that look out for one word: when it arrives at each of them is what is
 * measured.
 */
public final class Lookout implements AutoCloseable {

	private static final long LONGEST_MICROS = 60_000_000;

	private final Loop loop = new Loop();

	private final List<Channel> channels = new ArrayList<>();

	/** What is looked out for at present. */
	private volatile @Nullable Watch watch;

	/**
	 * A word, and how many screens have not seen it.
	 */
	private record Watch(byte[] word, long since, Histogram micros, CountDownLatch left) {
	}

	/**
	 * Lets screens in.
	 */
	public Lookout(InetSocketAddress address, String path, String token, int screens) {
		byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
				+ "Authorization: Bearer " + token + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		List<ChannelFuture> coming = new ArrayList<>();
		for (int i = 0; i < screens; i++) {
			coming.add(this.loop.bootstrap().handler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline().addLast(new Ear());
				}
			}).connect(address));
		}
		for (ChannelFuture each : coming) {
			Channel channel = each.syncUninterruptibly().channel();
			channel.writeAndFlush(Unpooled.wrappedBuffer(request)).syncUninterruptibly();
			this.channels.add(channel);
		}
	}

	/** Looks out from now on. */
	public void begin(String word, Histogram micros) {
		this.watch = new Watch(word.getBytes(StandardCharsets.UTF_8), System.nanoTime(), micros,
				new CountDownLatch(this.channels.size()));
	}

	/** Waits until all have seen it. */
	public void await(int seconds) throws InterruptedException {
		Watch present = this.watch;
		if (present != null && !present.left().await(seconds, TimeUnit.SECONDS)) {
			throw new IllegalStateException("%d of %d screens did not get it within %d s"
				.formatted(present.left().getCount(), this.channels.size(), seconds));
		}
	}

	@Override
	public void close() {
		this.channels.forEach(Channel::close);
		this.loop.close();
	}

	/**
	 * One screen; all are on one thread.
	 */
	private final class Ear extends SimpleChannelInboundHandler<ByteBuf> {

		private @Nullable Watch seen;

		/** The end of what came before: a word may come in two parts. */
		private byte[] tail = new byte[0];

		@Override
		protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
			Watch present = Lookout.this.watch;
			if (present == null || present == this.seen) {
				return;
			}
			ByteBuf all = Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(this.tail), bytes.slice());
			if (contains(all, present.word())) {
				this.seen = present;
				this.tail = new byte[0];
				present.micros()
					.recordValue(Math.clamp((System.nanoTime() - present.since()) / 1000, 1, LONGEST_MICROS));
				present.left().countDown();
				return;
			}
			int keep = Math.min(all.readableBytes(), present.word().length - 1);
			byte[] tail = new byte[keep];
			all.getBytes(all.writerIndex() - keep, tail);
			this.tail = tail;
		}

		private static boolean contains(ByteBuf text, byte[] word) {
			int at = text.readerIndex();
			int end = text.writerIndex() - word.length;
			while (at <= end) {
				int first = text.indexOf(at, end + 1, word[0]);
				if (first < 0) {
					return false;
				}
				int matched = 1;
				while (matched < word.length && text.getByte(first + matched) == word[matched]) {
					matched++;
				}
				if (matched == word.length) {
					return true;
				}
				at = first + 1;
			}
			return false;
		}

	}

}
