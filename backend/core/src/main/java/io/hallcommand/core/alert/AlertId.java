package io.hallcommand.core.alert;

/**
 * Names an alert within its hall.
 *
 * @param version the hall's version at which it was raised
 */
public record AlertId(long version) implements Comparable<AlertId> {

	/**
	 * Reads what {@link #toString} gives.
	 * @throws IllegalArgumentException if it is something else
	 */
	public static AlertId parse(String text) {
		if (!text.matches("a[1-9][0-9]{0,17}")) {
			throw new IllegalArgumentException("An alert's id is 'a' and a number, not '" + text + "'");
		}
		return new AlertId(Long.parseLong(text.substring(1)));
	}

	@Override
	public int compareTo(AlertId other) {
		return Long.compare(this.version, other.version);
	}

	@Override
	public String toString() {
		return "a" + this.version;
	}

}
