package io.hallcommand.core.place;

/**
 * Names a zone within its hall, such as {@code A}. Not a time zone.
 */
public record HallZoneId(String value) implements Comparable<HallZoneId> {

	@Override
	public int compareTo(HallZoneId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
