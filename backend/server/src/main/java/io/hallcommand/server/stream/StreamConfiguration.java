package io.hallcommand.server.stream;

import java.time.Duration;

import io.hallcommand.server.journal.Journal;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the stream together.
 */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

	/**
	 * A peer that acknowledges nothing for so long is gone. A reader may sleep for a
	 * minute and come back.
	 */
	private static final int PEER_GONE_MILLIS = 90_000;

	@Bean
	@DependsOnDatabaseInitialization
	FrameEncoder frameEncoder(Journal journal) {
		String epoch = journal.epoch().block(Duration.ofSeconds(10));
		if (epoch == null) {
			throw new IllegalStateException("The journal has no name");
		}
		return new FrameEncoder(epoch);
	}

	/** Finds connections whose other end has vanished without a word. */
	@Bean
	NettyServerCustomizer vanishedPeers() {
		return (server) -> {
			var kept = server.childOption(ChannelOption.SO_KEEPALIVE, true)
				.childOption(ChannelOption.TCP_NODELAY, true);
			return Epoll.isAvailable() ? kept.childOption(EpollChannelOption.TCP_USER_TIMEOUT, PEER_GONE_MILLIS) : kept;
		};
	}

}
