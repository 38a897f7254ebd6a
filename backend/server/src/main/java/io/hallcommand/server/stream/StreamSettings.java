package io.hallcommand.server.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How frames reach screens.
 *
 * @param heartbeat how often a quiet screen hears that all is well
 * @param ringFrames how many frames of a hall are kept for screens that are behind
 * @param ringBytes how much they may take together; a screen that is further behind gets
 * a snapshot
 * @param lingering how long frames are still drawn after the last screen has gone, for
 * its return
 * @param stalledAfter a screen that takes nothing for so long is cut off
 */
@ConfigurationProperties("hall.stream")
record StreamSettings(@DefaultValue("10s") Duration heartbeat, @DefaultValue("256") int ringFrames,
		@DefaultValue("1MB") DataSize ringBytes, @DefaultValue("30s") Duration lingering,
		@DefaultValue("120s") Duration stalledAfter) {

}
