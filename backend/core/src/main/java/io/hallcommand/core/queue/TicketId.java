package io.hallcommand.core.queue;

/**
 * The number on a ticket, such as {@code T017}. Numbers come round again on another day.
 */
public record TicketId(String value) implements Comparable<TicketId> {

	@Override
	public int compareTo(TicketId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
