package io.hallcommand.core.window;

/**
 * Names a service window within its hall, such as {@code 07}.
 */
public record WindowId(String value) implements Comparable<WindowId> {

	@Override
	public int compareTo(WindowId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
