package io.hallcommand.server.rsocket;

import io.hallcommand.server.access.CallerResolver;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;

import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * Hangs the door into the HTTP server: {@code /rsocket} as a WebSocket. The path bypasses
 * the web filters, so the door asks for itself who comes in.
 */
@Configuration(proxyBeanMethods = false)
class RSocketConfiguration {

	@Bean
	NettyRouteProvider rsocketRoute(Door door, CallerResolver callers, RSocketSettings settings) {
		WebsocketServerSpec spec = WebsocketServerSpec.builder()
			.maxFramePayloadLength((int) settings.maxFrame().toBytes())
			.build();
		return (routes) -> routes.ws("/rsocket",
				(in, out) -> door
					.serve(NettyDuplexConnection.webSocket((Connection) in),
							Mono.defer(() -> callers.resolveUpgrade(headers(in))))
					.then(out.neverComplete()),
				spec);
	}

	/** Made when they are needed: what serves the connection lives as long as it. */
	private static HttpHeaders headers(WebsocketInbound upgrade) {
		HttpHeaders headers = new HttpHeaders();
		upgrade.headers().forEach((header) -> headers.add(header.getKey(), header.getValue()));
		return headers;
	}

}
