package io.hallcommand.server.lifeline;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What does not wait for the database.
 *
 * @param directory where the node's own log lies
 * @param patience how long the database may take before something is shown without it
 * @param most how many may wait to be recorded
 */
@ConfigurationProperties("hall.lifeline")
record LifelineSettings(Path directory, @DefaultValue("250ms") Duration patience, @DefaultValue("1000") int most) {

}
