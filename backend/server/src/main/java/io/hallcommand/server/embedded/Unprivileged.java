package io.hallcommand.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL, which refuses to run as root: as it is for everybody else, and
 * for root behind a small program that takes the privileges away.
 *
 * @param prefix the words before the command
 * @param owner the number of the user who must own PostgreSQL's data as seen from
 * outside, or -1 if it is so anyway
 */
record Unprivileged(List<String> prefix, int owner) {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int NOBODY = 65534;

	/** A user namespace of its own: root outside of it, nobody special inside. */
	private static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), 0);

	/** Where namespaces are forbidden: another user, who must be able to get there. */
	private static final Unprivileged USER = new Unprivileged(
			List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"), NOBODY);

	static Unprivileged choose(Command command, Path directory) throws IOException {
		if (!"root".equals(System.getProperty("user.name"))) {
			return new Unprivileged(List.of(), -1);
		}
		for (Unprivileged way : List.of(NAMESPACE, USER)) {
			way.own(command, directory);
			if (way.works(command, directory)) {
				return way;
			}
		}
		throw new EmbeddedFailureException("PostgreSQL does not run as root, and user " + NOBODY + " cannot get to "
				+ directory + ". Start the server as another user, or choose a directory outside of root's home.",
				null);
	}

	private boolean works(Command command, Path directory) throws IOException {
		return command.exitCode(
				command("sh", "-c", "test \"$(id -u)\" != 0 && test -w \"$1\"", "sh", directory.toString()), "",
				LIMIT) == 0;
	}

	List<String> command(String... words) {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(List.of(words));
		return command;
	}

	/**
	 * Makes the directory, and all in it, belong to whom PostgreSQL will run as; the data
	 * directory around it may be passed through but not read.
	 */
	void own(Command command, Path directory) throws IOException {
		if (this.owner == NOBODY) {
			Files.setPosixFilePermissions(directory.resolveSibling("").toAbsolutePath(),
					PosixFilePermissions.fromString("rwx--x--x"));
			command.run(List.of("chown", "-R", String.valueOf(NOBODY), directory.toString()), LIMIT);
		}
		else if (this.owner == 0 && !Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"))) {
			command.run(List.of("chown", "-R", "0", directory.toString()), LIMIT);
		}
	}

}
