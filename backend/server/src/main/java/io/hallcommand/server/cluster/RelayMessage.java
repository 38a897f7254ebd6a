package io.hallcommand.server.cluster;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.wire.EntryJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;

/**
 * What goes over a channel: the node that sends, then one line of JSON an entry.
 */
final class RelayMessage {

	/** Messages are cut when they have grown beyond this, in characters. */
	static final int SIZE = 48 * 1024;

	private RelayMessage() {
	}

	/** Writes entries as few messages of bearable size, in order. */
	static List<String> write(String node, List<JournalEntry> entries) {
		List<String> messages = new ArrayList<>();
		StringBuilder message = new StringBuilder(node);
		for (JournalEntry entry : entries) {
			if (message.length() > SIZE) {
				messages.add(message.toString());
				message = new StringBuilder(node);
			}
			message.append('\n').append(EntryJson.write(entry));
		}
		messages.add(message.toString());
		return messages;
	}

	/**
	 * Reads a message.
	 * @param node who reads it
	 * @return {@code null} if this node sent it itself
	 * @throws RuntimeException if it is not such a message
	 */
	static @Nullable List<JournalEntry> read(String node, String message) {
		if (message.startsWith(node + "\n")) {
			return null;
		}
		return message.lines().skip(1).map((line) -> EntryJson.read(HallJson.mapper().readTree(line))).toList();
	}

}
