package io.hallcommand.server.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the writers work.
 *
 * @param lanes writers' threads; each has one commit under way at a time
 * @param batch how many events one commit takes at most
 * @param waiting how many events may wait for their commit in a lane before callers are
 * told to come again
 * @param cadence changes within this time make one frame
 * @param snapshotEvery after so many events a hall's state is kept beside the journal
 */
@ConfigurationProperties("hall.live")
record LiveSettings(@DefaultValue("2") int lanes, @DefaultValue("1000") int batch, @DefaultValue("50000") int waiting,
		@DefaultValue("100ms") Duration cadence, @DefaultValue("500") int snapshotEvery) {

	LiveSettings {
		if (lanes < 1 || lanes > 64 || batch < 1 || waiting < batch || snapshotEvery < 1) {
			throw new IllegalArgumentException(
					"hall.live: lanes must be 1 to 64, batch and snapshot-every at least 1, waiting at least batch");
		}
	}

}
