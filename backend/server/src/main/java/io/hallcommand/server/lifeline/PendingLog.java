package io.hallcommand.server.lifeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A file of lines that survives the process and the power: each is on the disk before
 * {@link #add} returns. A line is a checksum and JSON; one that was cut off by a crash,
 * or is damaged, is passed over and said so, and costs no other.
 * <p>
 * Several nodes may share the directory: each locks a file of its own.
 */
final class PendingLog implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(PendingLog.class);

	/** More nodes than this do not share a directory. */
	private static final int MOST_NODES = 100;

	/** An empty log that has grown over this is begun anew. */
	private static final int LARGE = 64 * 1024;

	private static final String DONE = "done";

	private final Path file;

	private final FileChannel channel;

	private final SequencedMap<String, Pending> pending = new LinkedHashMap<>();

	private PendingLog(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Opens a log that no other process uses, with what earlier runs left in it and in
	 * those of nodes that run no more.
	 */
	static PendingLog open(Path directory) throws IOException {
		Files.createDirectories(directory);
		PendingLog mine = null;
		for (int number = 1; number <= MOST_NODES; number++) {
			Path file = directory.resolve("lifeline-" + number + ".log");
			if (mine != null && !Files.exists(file)) {
				continue;
			}
			PendingLog free = free(file);
			if (mine == null) {
				mine = free;
			}
			else if (free != null) {
				mine.adopt(free);
			}
		}
		if (mine == null) {
			throw new IOException("All " + MOST_NODES + " logs in " + directory + " are in use");
		}
		return mine;
	}

	/** {@code null} if another process uses it. */
	private static @Nullable PendingLog free(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		if (!locked(channel)) {
			channel.close();
			return null;
		}
		PendingLog opened = new PendingLog(file, channel);
		opened.read();
		return opened;
	}

	private void adopt(PendingLog other) throws IOException {
		for (Pending each : other.pending()) {
			add(each);
		}
		other.channel.truncate(0);
		other.close();
	}

	/** What is not done, in the order in which it was added. */
	synchronized List<Pending> pending() {
		return List.copyOf(this.pending.values());
	}

	synchronized int size() {
		return this.pending.size();
	}

	/** Adds it, if it is not there; when this returns it is on the disk. */
	synchronized void add(Pending next) throws IOException {
		if (!this.pending.containsKey(next.name())) {
			write(next.json().toString());
			this.pending.put(next.name(), next);
		}
	}

	/** It needs no more to be done. */
	synchronized void done(Pending done) throws IOException {
		if (this.pending.remove(done.name()) == null) {
			return;
		}
		if (this.pending.isEmpty() && this.channel.position() > LARGE) {
			this.channel.truncate(0);
			this.channel.force(true);
		}
		else {
			write(HallJson.mapper().createObjectNode().put(DONE, done.name()).toString());
		}
	}

	@Override
	public synchronized void close() throws IOException {
		this.channel.close();
	}

	private void write(String json) throws IOException {
		ByteBuffer line = ByteBuffer.wrap((checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8));
		while (line.hasRemaining()) {
			this.channel.write(line);
		}
		this.channel.force(true);
	}

	private void read() throws IOException {
		String text = Files.readString(this.file, StandardCharsets.UTF_8);
		int number = 0;
		for (String line : text.split("\n")) {
			number++;
			if (!line.isEmpty() && !take(line)) {
				log.warn("Line {} of {} is damaged and is passed over", number, this.file);
			}
		}
		this.channel.position(this.channel.size());
		if (!text.isEmpty() && !text.endsWith("\n")) {
			// What comes next must not be joined to what was cut off
			this.channel.write(ByteBuffer.wrap(new byte[] { '\n' }));
		}
		if (!this.pending.isEmpty()) {
			log.info("{} holds {} that are not in the journal yet", this.file, this.pending.size());
		}
	}

	private boolean take(String line) {
		int space = line.indexOf(' ');
		String json = line.substring(space + 1);
		if (space < 0 || !line.substring(0, space).equals(checksum(json))) {
			return false;
		}
		try {
			JsonNode tree = HallJson.mapper().readTree(json);
			String done = tree.path(DONE).stringValue(null);
			if (done != null) {
				this.pending.remove(done);
			}
			else {
				Pending read = Pending.of(tree);
				this.pending.put(read.name(), read);
			}
			return true;
		}
		catch (RuntimeException ex) {
			log.debug("A line cannot be understood", ex);
			return false;
		}
	}

	private static String checksum(String json) {
		CRC32C sum = new CRC32C();
		sum.update(json.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			// Another node in this very process
			return false;
		}
	}

}
