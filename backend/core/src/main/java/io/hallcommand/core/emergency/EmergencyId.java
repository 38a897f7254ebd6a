package io.hallcommand.core.emergency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names an emergency within its hall. It is made of the key of what declared it, so that
 * it is known before anything is recorded, and is the same on every node.
 */
public record EmergencyId(String value) implements Comparable<EmergencyId> {

	private static final int LENGTH = 12;

	/**
	 * The id that a declaration gives.
	 * @param source who declares
	 * @param id the declaration's own id, unique within the source
	 */
	public static EmergencyId of(String source, String id) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((source + "\n" + id).getBytes(StandardCharsets.UTF_8));
			return new EmergencyId("e-" + HexFormat.of().formatHex(hash).substring(0, LENGTH));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	@Override
	public int compareTo(EmergencyId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
