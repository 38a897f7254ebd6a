package io.hallcommand.server.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what devices send.
 *
 * @param maxBody largest body that is not a stream
 * @param maxBatch most events in one array
 * @param maxLine longest line of a stream
 */
@ConfigurationProperties("hall.intake")
record IntakeSettings(@DefaultValue("1MB") DataSize maxBody, @DefaultValue("5000") int maxBatch,
		@DefaultValue("64KB") DataSize maxLine) {

}
