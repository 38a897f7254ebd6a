package io.hallcommand.core.hall;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.SequencedMap;

/**
 * The quarters of an hour of a usual day, from the first in which something happened to
 * the last. Immutable, and in little memory: every hall keeps up to seven of these.
 */
public final class Quarters {

	/** At most so many are in a day. */
	public static final int MOST = 24 * 60 / Interval.MINUTES;

	public static final Quarters NONE = new Quarters(new int[] { 0 });

	private static final int FIGURES = 3;

	/**
	 * The number of the first quarter, then issued, served and waiting of each, in
	 * hundredths.
	 */
	private final int[] content;

	private Quarters(int[] content) {
		this.content = content;
	}

	/**
	 * What to do with each quarter.
	 */
	@FunctionalInterface
	public interface Reader {

		void read(LocalTime time, double issued, double served, double waiting);

	}

	/**
	 * Writes quarters one by one, in any order.
	 */
	public static final class Writer {

		private final int[][] quarters = new int[MOST][];

		/**
		 * @param time when the quarter begins
		 */
		public Writer put(LocalTime time, double issued, double served, double waiting) {
			this.quarters[number(time)] = new int[] { hundredths(issued), hundredths(served), hundredths(waiting) };
			return this;
		}

		/** Where nothing happened as many waited as before. */
		public Quarters done() {
			int first = 0;
			while (first < MOST && this.quarters[first] == null) {
				first++;
			}
			int last = MOST - 1;
			while (last >= first && this.quarters[last] == null) {
				last--;
			}
			if (last < first) {
				return NONE;
			}
			int[] content = new int[1 + (last - first + 1) * FIGURES];
			content[0] = first;
			for (int i = 0; i <= last - first; i++) {
				int[] quarter = this.quarters[first + i];
				int at = 1 + i * FIGURES;
				if (quarter != null) {
					System.arraycopy(quarter, 0, content, at, FIGURES);
				}
				else {
					content[at + 2] = content[at - 1];
				}
			}
			return new Quarters(content);
		}

	}

	static Quarters of(SequencedMap<LocalTime, Interval> day) {
		Writer writer = new Writer();
		day.forEach((time, interval) -> writer.put(time, interval.issued(), interval.served(), interval.waiting()));
		return writer.done();
	}

	/**
	 * Takes what {@link #content()} gave.
	 * @throws IllegalArgumentException if it is something else
	 */
	public static Quarters of(int[] content) {
		if (content.length % FIGURES != 1 || content[0] < 0 || content[0] + content.length / FIGURES > MOST) {
			throw new IllegalArgumentException("These are no quarters of a day");
		}
		return new Quarters(content.clone());
	}

	/** In little space, for the journal. */
	public int[] content() {
		return this.content.clone();
	}

	/** In their order. */
	public void forEach(Reader reader) {
		for (int i = 0; i < size(); i++) {
			int number = first() + i;
			reader.read(LocalTime.MIDNIGHT.plusMinutes((long) number * Interval.MINUTES), value(number, 0),
					value(number, 1), value(number, 2));
		}
	}

	/** The mean, in which the other ones have one part in so many. */
	Quarters towards(Quarters other, int parts) {
		if (size() == 0 || parts == 1) {
			return other;
		}
		int first = Math.min(first(), other.first());
		int last = Math.max(first() + size(), other.first() + other.size());
		int[] mean = new int[1 + (last - first) * FIGURES];
		mean[0] = first;
		for (int i = 1; i < mean.length; i++) {
			int number = first + (i - 1) / FIGURES;
			double before = value(number, (i - 1) % FIGURES);
			mean[i] = hundredths(before + (other.value(number, (i - 1) % FIGURES) - before) / parts);
		}
		return new Quarters(mean);
	}

	private int first() {
		return this.content[0];
	}

	private int size() {
		return this.content.length / FIGURES;
	}

	/** After the last quarter nobody comes, and those who waited wait on. */
	private double value(int number, int figure) {
		int i = number - first();
		boolean over = i >= size() && figure == FIGURES - 1 && size() > 0;
		if (i < 0 || (i >= size() && !over)) {
			return 0;
		}
		return this.content[1 + (over ? size() - 1 : i) * FIGURES + figure] / 100.0;
	}

	private static int number(LocalTime time) {
		return time.toSecondOfDay() / 60 / Interval.MINUTES;
	}

	private static int hundredths(double value) {
		return (int) Math.round(value * 100);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Quarters quarters && Arrays.equals(this.content, quarters.content);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.content);
	}

	@Override
	public String toString() {
		return Arrays.toString(this.content);
	}

}
