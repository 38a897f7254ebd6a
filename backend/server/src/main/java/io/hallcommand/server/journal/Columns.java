package io.hallcommand.server.journal;

import io.r2dbc.spi.Readable;

/**
 * Reads columns that are never null.
 */
final class Columns {

	private Columns() {
	}

	static <T> T get(Readable row, String name, Class<T> type) {
		T value = row.get(name, type);
		if (value == null) {
			throw new IllegalStateException("The journal has no " + name);
		}
		return value;
	}

}
