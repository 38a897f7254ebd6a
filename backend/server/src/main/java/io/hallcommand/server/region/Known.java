package io.hallcommand.server.region;

import io.hallcommand.core.hall.HallId;

/**
 * A hall's glance as it is shown and kept.
 *
 * @param version the hall's
 * @param format how it is written
 * @param json see {@link io.hallcommand.wire.GlanceJson#write}
 */
record Known(HallId hall, long version, int format, String json) {

	boolean isNewerThan(Known other) {
		return (this.version != other.version) ? this.version > other.version : this.format > other.format;
	}

}
