package io.hallcommand.server.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import redis.embedded.RedisExecProvider;

/**
 * Unpacks the programs that the class path carries, once for each version of them.
 */
final class Programs {

	private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

	private Programs() {
	}

	/**
	 * PostgreSQL's programs.
	 * @return the directory that holds {@code bin}
	 */
	static Path postgres(Path parent) throws IOException {
		String system = isMac() ? "darwin" : "linux";
		String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
		URL archive = resource("postgres-" + system + "-" + (isArm() ? "arm_64" : "x86_64") + musl + ".txz",
				"PostgreSQL");
		URLConnection connection = connect(archive);
		Path home = parent.resolve("program-" + stamp(connection));
		if (Files.isDirectory(home)) {
			return home;
		}
		removeOthers(parent);
		Path fresh = parent.resolve("program-new");
		try (InputStream in = connection.getInputStream()) {
			unpack(in, fresh);
		}
		return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Redis' program.
	 */
	static Path redis(Path parent) throws IOException {
		String system = isMac() ? "darwin" : "linux";
		URL resource = resource(
				"redis-server-" + RedisExecProvider.redisVersion + "-" + system + (isArm() ? "-arm64" : "-amd64"),
				"Redis");
		URLConnection connection = connect(resource);
		Path program = parent.resolve("redis-server-" + stamp(connection));
		if (Files.exists(program)) {
			return program;
		}
		Path fresh = parent.resolve("redis-server.new");
		try (InputStream in = connection.getInputStream()) {
			Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
		}
		Files.setPosixFilePermissions(fresh, EXECUTABLE);
		return Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void removeOthers(Path parent) throws IOException {
		List<Path> others;
		try (Stream<Path> children = Files.list(parent)) {
			others = children.filter((child) -> child.getFileName().toString().startsWith("program-")).toList();
		}
		for (Path other : others) {
			Directories.delete(other);
		}
	}

	private static void unpack(InputStream packed, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = target.resolve(entry.getName()).normalize();
				if (!path.startsWith(target)) {
					throw new IOException("A file outside of the archive: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(path);
					continue;
				}
				Files.createDirectories(path.resolveSibling(""));
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
				}
				else {
					Files.copy(tar, path);
					Files.setPosixFilePermissions(path, permissions(entry.getMode()));
				}
			}
		}
	}

	private static Set<PosixFilePermission> permissions(int mode) {
		Set<PosixFilePermission> permissions = new HashSet<>(PosixFilePermissions.fromString("rw-r--r--"));
		return ((mode & 0100) != 0) ? EXECUTABLE : permissions;
	}

	private static URL resource(String name, String what) {
		URL url = Programs.class.getClassLoader().getResource(name);
		if (url != null) {
			return url;
		}
		throw new EmbeddedFailureException("This program carries no " + what + " for " + System.getProperty("os.name")
				+ " on " + System.getProperty("os.arch") + ".", null);
	}

	private static URLConnection connect(URL resource) throws IOException {
		URLConnection connection = resource.openConnection();
		connection.setUseCaches(false);
		return connection;
	}

	/** Changes with the content, and costs no reading of it. */
	private static String stamp(URLConnection connection) throws IOException {
		return (connection instanceof JarURLConnection jar) ? Long.toHexString(jar.getJarEntry().getCrc())
				: Long.toHexString(connection.getContentLengthLong());
	}

	private static boolean isMac() {
		return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
	}

	private static boolean isArm() {
		return System.getProperty("os.arch", "").equals("aarch64");
	}

}
