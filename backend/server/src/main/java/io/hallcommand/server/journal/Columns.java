package io.hallcommand.server.journal;

import io.r2dbc.spi.Readable;

/**
 * Reads columns that are never null.
 */
final class Columns {

	private Columns() {
	}

	/**
	 * By its place, from 0: where there are many rows, looking for names costs more than
	 * the values.
	 */
	static <T> T get(Readable row, int place, Class<T> type) {
		T value = row.get(place, type);
		if (value == null) {
			throw new IllegalStateException("The journal has nothing in column " + place);
		}
		return value;
	}

	static <T> T get(Readable row, String name, Class<T> type) {
		T value = row.get(name, type);
		if (value == null) {
			throw new IllegalStateException("The journal has no " + name);
		}
		return value;
	}

}
