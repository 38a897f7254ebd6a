package io.hallcommand.core.emergency;

/**
 * Names an emergency within its hall. It is made of the key of what declared it, so that
 * it is known before anything is recorded, and is the same on every node.
 */
public record EmergencyId(String value) implements Comparable<EmergencyId> {

	/** Digits and letters that look alike in no font are enough for 64 bits. */
	private static final int RADIX = 32;

	/**
	 * The id that a declaration gives.
	 * @param source who declares
	 * @param id the declaration's own id, unique within the source
	 */
	public static EmergencyId of(String source, String id) {
		// FNV-1a over 64 bits: among the emergencies of one hall no two will be alike
		long hash = 0xcbf29ce484222325L;
		for (char c : (source + "\n" + id).toCharArray()) {
			hash = (hash ^ c) * 0x100000001b3L;
		}
		return new EmergencyId("e-" + Long.toUnsignedString(hash, RADIX));
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
