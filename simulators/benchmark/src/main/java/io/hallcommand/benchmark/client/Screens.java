package io.hallcommand.benchmark.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Many screens on one event loop.
 */
final class Screens implements AutoCloseable {

	private static final int RECEIVE = 128 * 1024;

	/** So many connections are being made at a time. */
	private static final int AT_ONCE = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Loop loop;

	/** To be told when something was received. */
	private final Runnable progress;

	private final List<Channel> channels = new ArrayList<>();

	private final AtomicInteger entered = new AtomicInteger();

	private final AtomicInteger pictured = new AtomicInteger();

	private volatile @Nullable Throwable failure;

	private volatile boolean closing;

	Screens(Loop loop, Runnable progress) {
		this.loop = loop;
		this.progress = progress;
	}

	/** Lets the audience in, and waits until all are. */
	void open(Door door, Audience audience) throws InterruptedException {
		Bootstrap bootstrap = this.loop.bootstrap()
			.option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE))
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
			.remoteAddress(door.address());
		int before = this.entered.get();
		for (int opened = 0; opened < audience.screens(); opened++) {
			int least = before + opened - AT_ONCE;
			await(() -> this.entered.get() >= least);
			ChannelFuture connecting = bootstrap.clone().handler(new Screen(door, audience, this)).connect();
			connecting.addListener((connected) -> {
				if (!connected.isSuccess()) {
					failed(connected.cause());
				}
			});
			this.channels.add(connecting.channel());
		}
		await(() -> this.entered.get() == before + audience.screens());
	}

	/** Waits until so many screens have a first picture. */
	void awaitPictures(int screens) throws InterruptedException {
		await(() -> this.pictured.get() >= screens);
	}

	private void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			check();
			if (System.nanoTime() > end) {
				throw new IllegalStateException("After " + PATIENCE.toSeconds() + " s only " + this.entered.get()
						+ " screens were let in, and " + this.pictured.get() + " of them had a picture");
			}
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	/** Throws what went wrong on any screen. */
	void check() {
		Throwable broken = this.failure;
		if (broken != null) {
			throw new IllegalStateException("A screen failed: " + broken, broken);
		}
	}

	void entered() {
		this.entered.incrementAndGet();
	}

	void pictured() {
		this.pictured.incrementAndGet();
	}

	void progress() {
		this.progress.run();
	}

	void failed(Throwable cause) {
		if (!this.closing && this.failure == null) {
			this.failure = cause;
		}
	}

	@Override
	public void close() {
		this.closing = true;
		this.channels.forEach(Channel::close);
		this.channels.forEach((channel) -> channel.closeFuture().awaitUninterruptibly(5, TimeUnit.SECONDS));
	}

}
