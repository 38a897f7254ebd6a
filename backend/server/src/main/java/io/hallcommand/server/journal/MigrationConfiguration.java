package io.hallcommand.server.journal;

import java.util.Locale;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Sends Flyway, which speaks JDBC only, to the PostgreSQL that R2DBC uses: one address to
 * configure, not two.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	private static final int DEFAULT_PORT = 5432;

	@Bean
	@Conditional(NoAddressOfItsOwn.class)
	FlywayMigrationInitializer migrations(R2dbcConnectionDetails details) {
		ConnectionFactoryOptions options = details.getConnectionFactoryOptions();
		Flyway flyway = Flyway.configure()
			.dataSource(jdbcUrl(options), text(options, ConnectionFactoryOptions.USER),
					text(options, ConnectionFactoryOptions.PASSWORD))
			.load();
		return new FlywayMigrationInitializer(flyway);
	}

	static String jdbcUrl(ConnectionFactoryOptions options) {
		String port = text(options, ConnectionFactoryOptions.PORT);
		String url = "jdbc:postgresql://" + text(options, ConnectionFactoryOptions.HOST) + ":"
				+ ((port != null) ? port : DEFAULT_PORT) + "/" + text(options, ConnectionFactoryOptions.DATABASE);
		String mode = text(options, Option.valueOf("sslMode"));
		String root = text(options, Option.valueOf("sslRootCert"));
		if (mode != null) {
			url += "?sslmode=" + mode.toLowerCase(Locale.ROOT).replace('_', '-');
			url += (root != null) ? "&sslrootcert=" + root : "";
		}
		return url;
	}

	private static @Nullable String text(ConnectionFactoryOptions options, Option<?> option) {
		Object value = options.getValue(option);
		return (value instanceof CharSequence || value instanceof Number || value instanceof Enum<?>) ? value.toString()
				: null;
	}

	/**
	 * Flyway has no address of its own.
	 */
	static class NoAddressOfItsOwn extends NoneNestedConditions {

		NoAddressOfItsOwn() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.flyway.url")
		static class Configured {

		}

	}

}
