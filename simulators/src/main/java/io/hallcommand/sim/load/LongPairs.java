package io.hallcommand.sim.load;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A growing list of pairs of numbers, without objects: a version and a time.
 */
final class LongPairs {

	private static final int LIMIT = 4_000_000;

	private long[] values = new long[256];

	private int size;

	synchronized void add(long version, long nanos) {
		if (this.size >= LIMIT) {
			return;
		}
		if (2 * this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.values.length);
		}
		this.values[2 * this.size] = version;
		this.values[2 * this.size + 1] = nanos;
		this.size++;
	}

	synchronized int size() {
		return this.size;
	}

	long version(int index) {
		return this.values[2 * index];
	}

	long nanos(int index) {
		return this.values[2 * index + 1];
	}

	synchronized LongPairs sorted() {
		LongPairs sorted = new LongPairs();
		IntStream.range(0, this.size)
			.boxed()
			.sorted(Comparator.comparingLong(this::version))
			.forEach((index) -> sorted.add(version(index), nanos(index)));
		return sorted;
	}

}
