package io.hallcommand.server.access;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that has shown who it is.
 *
 * @param name for logs and journals
 * @param scope the hall whose subtree it may see or act on; {@code null} means all halls
 * @param credential names, without giving it away, what it has shown; {@code null} for
 * the server itself
 */
public record Caller(String name, Role role, @Nullable HallId scope, @Nullable String credential) {

	public Caller(String name, Role role, @Nullable HallId scope) {
		this(name, role, scope, null);
	}

}
