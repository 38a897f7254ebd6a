package io.hallcommand.server.connection;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import reactor.netty.http.server.HttpServer;
import reactor.netty.transport.ServerTransport;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;

/**
 * Prepares servers for their connections.
 */
@Component
public class Connections implements NettyServerCustomizer {

	/**
	 * A peer that acknowledges nothing for so long is gone. A reader may sleep for a
	 * minute and come back.
	 */
	private static final int PEER_GONE_MILLIS = 90_000;

	private final ReactorResourceFactory resources;

	Connections(ReactorResourceFactory resources) {
		this.resources = resources;
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return prepare(server);
	}

	public <T extends ServerTransport<T, ?>> T prepare(T server) {
		T prepared = server.runOn(this.resources.getLoopResources())
			.childOption(ChannelOption.SO_KEEPALIVE, true)
			.childOption(ChannelOption.TCP_NODELAY, true);
		return Epoll.isAvailable() ? prepared.childOption(EpollChannelOption.TCP_USER_TIMEOUT, PEER_GONE_MILLIS)
				: prepared;
	}

}
