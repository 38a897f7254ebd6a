package io.hallcommand.server.region;

import io.hallcommand.core.hall.Glance;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.GlanceJson;
import org.jspecify.annotations.Nullable;

/**
 * A hall's glance as it is shown and kept. Its JSON is written when somebody wants it: of
 * a busy hall most glances are replaced before that. On the regions' thread.
 */
final class Known {

	private final HallId hall;

	private final long version;

	private final int format;

	private @Nullable Glance drawn;

	private String json = "";

	private Known(HallId hall, long version, int format) {
		this.hall = hall;
		this.version = version;
		this.format = format;
	}

	/** One that was drawn here. */
	static Known drawn(Glance glance) {
		Known known = new Known(glance.hall(), glance.version(), GlanceJson.FORMAT);
		known.drawn = glance;
		return known;
	}

	/** One that was kept. */
	static Known kept(HallId hall, long version, int format, String json) {
		Known known = new Known(hall, version, format);
		known.json = json;
		return known;
	}

	HallId hall() {
		return this.hall;
	}

	/** The hall's. */
	long version() {
		return this.version;
	}

	/** How it is written. */
	int format() {
		return this.format;
	}

	/** See {@link GlanceJson#write}. */
	String json() {
		if (this.drawn != null) {
			this.json = GlanceJson.write(this.drawn);
			this.drawn = null;
		}
		return this.json;
	}

	boolean isNewerThan(Known other) {
		return (this.version != other.version) ? this.version > other.version : this.format > other.format;
	}

}
