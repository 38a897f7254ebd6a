package io.hallcommand.server.embedded;

import java.nio.file.Path;

/**
 * Another server works on the data directory.
 */
class DataDirectoryInUseException extends IllegalStateException {

	DataDirectoryInUseException(Path directory, String pid) {
		super("The data directory " + directory + " is in use by the process " + pid);
	}

}
