package io.hallcommand.server.embedded;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL or Redis could not be started by the server itself.
 */
class EmbeddedFailureException extends IllegalStateException {

	EmbeddedFailureException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
