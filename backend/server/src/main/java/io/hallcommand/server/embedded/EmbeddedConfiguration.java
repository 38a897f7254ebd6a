package io.hallcommand.server.embedded;

import java.nio.file.Path;

import io.r2dbc.spi.ConnectionFactoryOptions;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Starts PostgreSQL and Redis when the configuration names none, each for itself.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

	private static final String HOST = "127.0.0.1";

	@Bean
	@Lazy
	static EmbeddedServers embeddedServers(Environment environment) {
		String directory = environment.getRequiredProperty("hall.data");
		return new EmbeddedServers(Path.of(directory).toAbsolutePath().normalize(), wantsPostgres(environment),
				wantsRedis(environment));
	}

	/**
	 * Begins before any other bean is made, so that PostgreSQL comes up meanwhile.
	 */
	@Bean
	static BeanFactoryPostProcessor embeddedServersFirst(Environment environment) {
		return (beans) -> {
			if (wantsPostgres(environment) || wantsRedis(environment)) {
				beans.getBean(EmbeddedServers.class);
			}
		};
	}

	private static boolean wantsPostgres(Environment environment) {
		return !environment.containsProperty("spring.r2dbc.url");
	}

	private static boolean wantsRedis(Environment environment) {
		return !environment.containsProperty("spring.data.redis.url")
				&& !environment.containsProperty("spring.data.redis.host");
	}

	@Bean
	@Conditional(NoPostgres.class)
	R2dbcConnectionDetails embeddedPostgres(EmbeddedServers servers) {
		return () -> {
			PostgresServer.Address address = servers.postgres();
			return ConnectionFactoryOptions.builder()
				.option(ConnectionFactoryOptions.DRIVER, "postgresql")
				.option(ConnectionFactoryOptions.HOST, HOST)
				.option(ConnectionFactoryOptions.PORT, address.port())
				.option(ConnectionFactoryOptions.DATABASE, PostgresServer.DATABASE)
				.option(ConnectionFactoryOptions.USER, PostgresServer.USER)
				.option(ConnectionFactoryOptions.PASSWORD, address.password())
				.build();
		};
	}

	@Bean
	@Conditional(NoRedis.class)
	DataRedisConnectionDetails embeddedRedis(EmbeddedServers servers) {
		return new DataRedisConnectionDetails() {

			@Override
			public String getPassword() {
				return servers.redis().password();
			}

			@Override
			public Standalone getStandalone() {
				return Standalone.of(HOST, servers.redis().port());
			}

		};
	}

	/**
	 * No PostgreSQL is configured.
	 */
	static class NoPostgres extends NoneNestedConditions {

		NoPostgres() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.r2dbc.url")
		static class Configured {

		}

	}

	/**
	 * No Redis is configured.
	 */
	static class NoRedis extends NoneNestedConditions {

		NoRedis() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.data.redis.url")
		static class UrlConfigured {

		}

		@ConditionalOnProperty("spring.data.redis.host")
		static class HostConfigured {

		}

	}

}
