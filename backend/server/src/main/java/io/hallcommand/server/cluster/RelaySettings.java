package io.hallcommand.server.cluster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay between nodes.
 *
 * @param buffer how many messages may wait to be taken in; what comes beyond is dropped
 * and read from the journal
 */
@ConfigurationProperties("hall.relay")
record RelaySettings(@DefaultValue("1024") int buffer) {

	RelaySettings {
		if (buffer < 1) {
			throw new IllegalArgumentException("hall.relay.buffer must be at least 1");
		}
	}

}
