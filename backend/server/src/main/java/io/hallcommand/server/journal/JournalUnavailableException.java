package io.hallcommand.server.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal's store does not answer. What was asked for may be tried again later.
 */
public class JournalUnavailableException extends RuntimeException {

	public JournalUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
