package io.hallcommand.server.cluster;

import java.time.Duration;

import io.hallcommand.server.journal.Journal;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.DefaultClientResources;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The relay on the Redis that is configured, with connections of its own.
 */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	@Bean(initMethod = "start", destroyMethod = "close")
	RedisRelay relay(DataRedisConnectionDetails details, RelaySettings settings, Journal journal,
			MeterRegistry meters) {
		String epoch = journal.epoch().block(Duration.ofSeconds(10));
		return new RedisRelay(client(), address(details), String.valueOf(epoch), settings.buffer(), meters);
	}

	@Bean
	ReactiveHealthIndicator relayHealthIndicator(RedisRelay relay) {
		return new RelayHealth(relay);
	}

	/**
	 * A client that neither reconnects nor keeps commands for later: the relay does the
	 * one itself and must not do the other.
	 */
	static RedisClient client() {
		RedisClient client = RedisClient
			.create(DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build());
		client.setOptions(ClientOptions.builder()
			.autoReconnect(false)
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.timeoutOptions(TimeoutOptions.enabled(LIMIT))
			.socketOptions(SocketOptions.builder().connectTimeout(LIMIT).keepAlive(true).build())
			.build());
		return client;
	}

	private static RedisURI address(DataRedisConnectionDetails details) {
		DataRedisConnectionDetails.Standalone standalone = details.getStandalone();
		if (standalone == null) {
			throw new IllegalStateException("The relay needs a single Redis: set spring.data.redis.url");
		}
		RedisURI.Builder address = RedisURI.builder()
			.withHost(standalone.getHost())
			.withPort(standalone.getPort())
			.withDatabase(standalone.getDatabase())
			.withSsl(details.getSslBundle() != null)
			.withTimeout(LIMIT);
		String password = details.getPassword();
		if (password != null) {
			String user = details.getUsername();
			if (user != null) {
				address.withAuthentication(user, password.toCharArray());
			}
			else {
				address.withPassword(password.toCharArray());
			}
		}
		return address.build();
	}

}
