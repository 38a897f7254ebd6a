package io.hallcommand.server.access;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens that were seen, by their hashes; when it is full, the one forgotten is
 * the one unused for longest.
 */
final class TokenCache {

	private final LinkedHashMap<ByteBuffer, Seen> byHash;

	TokenCache(int capacity) {
		this.byHash = new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Seen> eldest) {
				return size() > capacity;
			}
		};
	}

	/**
	 * A token as it was found in the store.
	 *
	 * @param at when it was found
	 * @param askAgain from when on the store should be asked again
	 */
	record Seen(TokenInfo token, Instant at, Instant askAgain) {
	}

	synchronized @Nullable Seen get(byte[] hash) {
		return this.byHash.get(ByteBuffer.wrap(hash));
	}

	synchronized void put(byte[] hash, Seen seen) {
		this.byHash.put(ByteBuffer.wrap(hash), seen);
	}

	synchronized void forget(byte[] hash) {
		this.byHash.remove(ByteBuffer.wrap(hash));
	}

	synchronized void forget(UUID token) {
		this.byHash.values().removeIf((seen) -> seen.token().id().equals(token));
	}

}
