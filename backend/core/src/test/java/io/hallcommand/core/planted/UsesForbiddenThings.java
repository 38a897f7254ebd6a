package io.hallcommand.core.planted;

import java.io.File;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Breaks the rules on purpose, so that a test can show that they bite.
 */
public class UsesForbiddenThings {

	public Object clock() {
		return Instant.now();
	}

	public Object chance() {
		return UUID.randomUUID();
	}

	public Object io() {
		return new File("x");
	}

	public Object unordered(Map<String, String> map) {
		return Map.copyOf(map);
	}

}
