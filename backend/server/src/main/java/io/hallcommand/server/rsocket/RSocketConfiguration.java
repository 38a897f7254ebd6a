package io.hallcommand.server.rsocket;

import io.hallcommand.server.access.CallerResolver;
import reactor.netty.Connection;
import reactor.netty.http.server.WebsocketServerSpec;

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
		return (routes) -> routes.ws("/rsocket", (in, out) -> {
			HttpHeaders headers = new HttpHeaders();
			in.headers().forEach((header) -> headers.add(header.getKey(), header.getValue()));
			return door.serve(NettyDuplexConnection.webSocket((Connection) in), callers.resolveUpgrade(headers))
				.then(out.neverComplete());
		}, spec);
	}

}
