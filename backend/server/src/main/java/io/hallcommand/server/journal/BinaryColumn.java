package io.hallcommand.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A column of many rows as an array in PostgreSQL's binary format, written value by
 * value. The driver writes arrays as text only, which PostgreSQL then takes apart again.
 * <p>
 * Its memory is the heap's, so nothing is left over if it is never sent.
 */
final class BinaryColumn {

	private static final Instant POSTGRES_EPOCH = LocalDate.of(2000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

	/** How many bytes of text a row is likely to need, with some room. */
	private static final int LIKELY_BYTES = 32;

	/** Where it says whether there are nulls, after the number of dimensions. */
	private static final int HAS_NULL = 4;

	/**
	 * What a column holds, by PostgreSQL's numbers for the type and for arrays of it.
	 */
	enum Type {

		BOOL(16, 1000), INT8(20, 1016), INT4(23, 1007), TEXT(25, 1009), TIMESTAMPTZ(1184, 1185);

		private final int number;

		private final int arrayNumber;

		Type(int number, int arrayNumber) {
			this.number = number;
			this.arrayNumber = arrayNumber;
		}

		/** The number of the array type. */
		int arrayNumber() {
			return this.arrayNumber;
		}

	}

	private final Type type;

	private final ByteBuf bytes;

	/**
	 * @param rows how many values will be added; no more and no fewer
	 */
	BinaryColumn(Type type, int rows) {
		this.type = type;
		this.bytes = Unpooled.buffer(20 + rows * LIKELY_BYTES);
		this.bytes.writeInt(1).writeInt(0).writeInt(type.number).writeInt(rows).writeInt(1);
	}

	Type type() {
		return this.type;
	}

	/** The array as it is sent. */
	ByteBuf bytes() {
		return this.bytes.duplicate();
	}

	void add(long value) {
		this.bytes.writeInt(Long.BYTES).writeLong(value);
	}

	void add(int value) {
		this.bytes.writeInt(Integer.BYTES).writeInt(value);
	}

	void add(@Nullable Boolean value) {
		if (value == null) {
			addNull();
		}
		else {
			this.bytes.writeInt(1).writeBoolean(value);
		}
	}

	/** To the microsecond. */
	void add(@Nullable Instant value) {
		if (value == null) {
			addNull();
		}
		else {
			add(POSTGRES_EPOCH.until(value, ChronoUnit.MICROS));
		}
	}

	void add(@Nullable String value) {
		if (value == null) {
			addNull();
			return;
		}
		int length = this.bytes.writerIndex();
		this.bytes.writeInt(0);
		this.bytes.setInt(length, ByteBufUtil.writeUtf8(this.bytes, value));
	}

	private void addNull() {
		this.bytes.setInt(HAS_NULL, 1);
		this.bytes.writeInt(-1);
	}

}
