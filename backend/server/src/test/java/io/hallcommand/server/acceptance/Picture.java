package io.hallcommand.server.acceptance;

import java.util.List;

import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.MergePatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a screen makes of the frames it gets. It insists that no frame is missing.
 */
final class Picture {

	private JsonNode view = HallJson.mapper().missingNode();

	private JsonNode unrecorded = HallJson.mapper().createObjectNode();

	private @Nullable String lastId;

	private int frames;

	private int snapshots;

	private int heartbeats;

	private boolean live;

	private int longestPatch;

	private List<String> unheard = List.of();

	/** Insists that none of these comes in any frame. */
	synchronized void neverHears(String... texts) {
		this.unheard = List.of(texts);
	}

	synchronized void frame(@Nullable String id, String event, String data) {
		for (String text : this.unheard) {
			if (data.contains(text)) {
				throw new AssertionError(text + " in " + data);
			}
		}
		switch (event) {
			case "snapshot" -> {
				this.view = HallJson.mapper().readTree(data);
				this.snapshots++;
			}
			case "patch" -> {
				if (this.view.isMissingNode()) {
					throw new AssertionError("a patch before any snapshot");
				}
				this.view = MergePatch.apply(this.view, HallJson.mapper().readTree(data));
				this.longestPatch = Math.max(this.longestPatch, data.length());
			}
			case "heartbeat" -> {
				this.heartbeats++;
				this.live = HallJson.mapper().readTree(data).required("journal").stringValue().equals("LIVE");
			}
			case "unrecorded" -> this.unrecorded = HallJson.mapper().readTree(data).required("emergencies");
			default -> throw new AssertionError("unknown frame " + event);
		}
		if (id != null) {
			this.lastId = id;
			this.frames++;
			if (!id.endsWith("." + version())) {
				throw new AssertionError("frame " + id + " gives version " + version());
			}
		}
	}

	synchronized long version() {
		return this.view.path("version").longValue(0);
	}

	synchronized JsonNode view() {
		return this.view.deepCopy();
	}

	/** Emergencies that are not in the journal yet. */
	synchronized JsonNode unrecorded() {
		return this.unrecorded.deepCopy();
	}

	/** Emergencies as a wall shows them, recorded or not. */
	synchronized JsonNode emergencies() {
		ObjectNode all = this.view.path("emergencies").deepCopy().asObject();
		this.unrecorded.forEachEntry(all::set);
		return all;
	}

	synchronized @Nullable String lastId() {
		return this.lastId;
	}

	synchronized int frames() {
		return this.frames;
	}

	synchronized int snapshots() {
		return this.snapshots;
	}

	/** Whether the journal answers, by the last heartbeat. */
	synchronized boolean isLive() {
		return this.live;
	}

	/** In characters. */
	synchronized int longestPatch() {
		return this.longestPatch;
	}

	synchronized int heartbeats() {
		return this.heartbeats;
	}

}
