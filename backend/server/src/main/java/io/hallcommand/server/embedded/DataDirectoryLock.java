package io.hallcommand.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory to one server. The operating system gives the lock back however
 * the process ends.
 */
final class DataDirectoryLock implements AutoCloseable {

	private final FileChannel channel;

	private DataDirectoryLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Makes the directory, if it is missing, and locks it.
	 * @throws DataDirectoryInUseException if another server holds it
	 */
	static DataDirectoryLock take(Path directory) {
		try {
			Directories.makePrivate(directory);
			Path file = directory.resolve("server.lock");
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!lock(channel)) {
				channel.close();
				throw new DataDirectoryInUseException(directory, Files.readString(file).strip());
			}
			channel.truncate(0);
			channel.write(ByteBuffer
				.wrap((ProcessHandle.current().pid() + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII)));
			return new DataDirectoryLock(channel);
		}
		catch (IOException ex) {
			throw new EmbeddedFailureException("The data directory " + directory + " cannot be used: " + ex, ex);
		}
	}

	private static boolean lock(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
