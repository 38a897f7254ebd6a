package io.hallcommand.core.hall;

/**
 * Names a hall in the whole system, such as {@code civic-centre}.
 */
public record HallId(String value) implements Comparable<HallId> {

	@Override
	public int compareTo(HallId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
