package io.hallcommand.server.access.http;

import org.springframework.security.authorization.AuthorizationResult;

/**
 * Whether a request is allowed, and why not.
 *
 * @param reason for the one who asked; empty if allowed
 */
record Verdict(String reason) implements AuthorizationResult {

	static final Verdict ALLOWED = new Verdict("");

	@Override
	public boolean isGranted() {
		return this.reason.isEmpty();
	}

}
