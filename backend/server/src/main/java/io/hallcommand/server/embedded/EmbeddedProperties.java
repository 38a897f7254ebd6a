package io.hallcommand.server.embedded;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the server keeps what it keeps itself.
 *
 * @param data the data directory
 */
@ConfigurationProperties("hall")
record EmbeddedProperties(String data) {

	Path directory() {
		return Path.of(this.data).toAbsolutePath().normalize();
	}

}
