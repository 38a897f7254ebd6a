package io.hallcommand.server.rsocket;

import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hangs the door into the HTTP server: {@code /rsocket} as a WebSocket. The path bypasses
 * the web filters, so the door asks for itself who comes in.
 */
@Configuration(proxyBeanMethods = false)
class RSocketConfiguration {

	@Bean
	NettyRouteProvider rsocketRoute(Door door, RSocketProperties properties) {
		WebsocketServerSpec spec = WebsocketServerSpec.builder()
			.maxFramePayloadLength((int) properties.maxFrame().toBytes())
			.build();
		return (routes) -> routes.ws("/rsocket",
				(in, out) -> door.serve(NettyDuplexConnection.webSocket((Connection) in), Mono.empty())
					.then(out.neverComplete()),
				spec);
	}

}
