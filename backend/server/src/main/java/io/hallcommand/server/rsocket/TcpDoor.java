package io.hallcommand.server.rsocket;

import java.time.Duration;
import java.util.Map;

import io.hallcommand.server.connection.Connections;
import io.rsocket.transport.netty.RSocketLengthCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/**
 * RSocket on a TCP port of its own.
 */
@Component
class TcpDoor implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TcpDoor.class);

	private final Door door;

	private final Connections connections;

	private final RSocketSettings settings;

	private final ConfigurableEnvironment environment;

	private @Nullable DisposableServer server;

	TcpDoor(Door door, Connections connections, RSocketSettings settings, ConfigurableEnvironment environment) {
		this.door = door;
		this.connections = connections;
		this.environment = environment;
		this.settings = settings;
	}

	@Override
	public void start() {
		if (this.settings.port() < 0) {
			return;
		}
		TcpServer tcp = this.connections.prepare(TcpServer.create())
			.host(this.settings.address())
			.port(this.settings.port())
			.doOnConnection((connection) -> {
				connection.addHandlerLast(new RSocketLengthCodec((int) this.settings.maxFrame().toBytes()));
				this.door.serve(NettyDuplexConnection.tcp(connection), Mono.empty())
					.then(Mono.<Void>never())
					.subscribe(connection.disposeSubscriber());
			});
		this.server = tcp.bindNow(Duration.ofSeconds(10));
		// As Boot does with local.server.port, for who let the system choose
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("rsocket.port", Map.of("local.rsocket.port", this.server.port())));
		log.info("RSocket on TCP port {}", this.server.port());
	}

	@Override
	public void stop() {
		DisposableServer bound = this.server;
		if (bound != null) {
			bound.disposeNow(Duration.ofSeconds(2));
			this.server = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.server != null;
	}

}
