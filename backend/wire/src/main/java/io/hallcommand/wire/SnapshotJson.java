package io.hallcommand.wire;

import io.hallcommand.core.hall.HallSnapshot;

/**
 * A hall's whole state, as the journal keeps it beside the events.
 */
public final class SnapshotJson {

	/**
	 * Belongs to the shape of {@link HallSnapshot}. A snapshot of another number is
	 * passed over and the journal is read from its beginning.
	 */
	public static final int FORMAT = 5;

	private SnapshotJson() {
	}

	public static byte[] write(HallSnapshot snapshot) {
		return HallJson.mapper().writeValueAsBytes(snapshot);
	}

	public static HallSnapshot read(byte[] json) {
		return HallJson.mapper().readValue(json, HallSnapshot.class);
	}

}
