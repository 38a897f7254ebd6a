package io.hallcommand.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The file {@code credentials.json} in the data directory, for its owner only.
 */
final class CredentialsFile {

	private static final Logger logger = LoggerFactory.getLogger(CredentialsFile.class);

	private final Path path;

	CredentialsFile(Path data) {
		this.path = data.resolve("credentials.json").toAbsolutePath().normalize();
	}

	Path path() {
		return this.path;
	}

	/** {@code null} if there is no file, or none that can be understood. */
	@Nullable Credentials read() {
		if (!Files.exists(this.path)) {
			return null;
		}
		try {
			return HallJson.mapper().readValue(Files.readAllBytes(this.path), Credentials.class);
		}
		catch (JacksonException ex) {
			Path aside = this.path.resolveSibling("credentials.json.broken");
			logger.warn("{} is not understood; it is put aside as {}", this.path, aside);
			move(this.path, aside);
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** It is private before anything stands in it, and whole or not there at all. */
	void write(Credentials credentials) {
		Path fresh = this.path.resolveSibling("credentials.json.new");
		try {
			Files.createDirectories(this.path.getParent());
			Files.deleteIfExists(fresh);
			if (Files.getFileStore(this.path.getParent()).supportsFileAttributeView("posix")) {
				Files.createFile(fresh,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			}
			else {
				Files.createFile(fresh);
			}
			String json = HallJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(credentials) + "\n";
			try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
				channel.write(StandardCharsets.UTF_8.encode(json));
				channel.force(true);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		move(fresh, this.path);
	}

	private static void move(Path from, Path to) {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
