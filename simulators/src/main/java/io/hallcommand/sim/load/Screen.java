package io.hallcommand.sim.load;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.MergePatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one screen has received. A probe also draws the picture, to see whether it is the
 * right one in the end.
 */
final class Screen {

	final HallId hall;

	final boolean probe;

	final LongPairs frames = new LongPairs();

	private volatile long version = -1;

	private volatile long bytes;

	private volatile int snapshots;

	private volatile int stale;

	private volatile int interruptions;

	private volatile @Nullable JsonNode picture;

	Screen(HallId hall, boolean probe) {
		this.hall = hall;
		this.probe = probe;
	}

	/** Belongs to the one thread that reads for this screen. */
	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void received(int count) {
		this.bytes += count;
	}

	void frame(String event, String id, byte[] data) {
		if (event.equals("heartbeat")) {
			return;
		}
		long next = Long.parseLong(id.substring(id.lastIndexOf('.') + 1));
		boolean snapshot = event.equals("snapshot");
		if (snapshot) {
			this.snapshots++;
		}
		else if (next <= this.version) {
			this.stale++;
			return;
		}
		this.frames.add(next, System.nanoTime());
		if (this.probe) {
			JsonNode json = HallJson.mapper().readTree(data);
			JsonNode before = this.picture;
			this.picture = (snapshot || before == null) ? json : MergePatch.apply(before, json);
		}
		this.version = next;
	}

	void interrupted() {
		this.interruptions++;
	}

	long version() {
		return this.version;
	}

	long bytes() {
		return this.bytes;
	}

	int snapshots() {
		return this.snapshots;
	}

	int stale() {
		return this.stale;
	}

	int interruptions() {
		return this.interruptions;
	}

	@Nullable JsonNode picture() {
		return this.picture;
	}

}
