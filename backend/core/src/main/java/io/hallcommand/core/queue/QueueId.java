package io.hallcommand.core.queue;

/**
 * Names a queue within its hall, such as {@code tax}.
 */
public record QueueId(String value) implements Comparable<QueueId> {

	@Override
	public int compareTo(QueueId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
