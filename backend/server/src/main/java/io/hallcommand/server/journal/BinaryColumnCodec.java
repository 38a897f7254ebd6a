package io.hallcommand.server.journal;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets statements bind a {@link BinaryColumn}. It reads nothing.
 */
final class BinaryColumnCodec implements Codec<BinaryColumn> {

	@Override
	public boolean canDecode(int dataType, Format format, Class<?> type) {
		return false;
	}

	@Override
	public boolean canEncode(Object value) {
		return value instanceof BinaryColumn;
	}

	@Override
	public boolean canEncodeNull(Class<?> type) {
		return false;
	}

	@Override
	public @Nullable BinaryColumn decode(@Nullable ByteBuf buffer, int dataType, Format format,
			Class<? extends BinaryColumn> type) {
		throw new UnsupportedOperationException("Columns are only sent");
	}

	@Override
	public EncodedParameter encode(Object value) {
		BinaryColumn column = (BinaryColumn) value;
		return encode(column, column.type().arrayNumber());
	}

	@Override
	public EncodedParameter encode(Object value, int dataType) {
		BinaryColumn column = (BinaryColumn) value;
		return new EncodedParameter(Format.FORMAT_BINARY, dataType, Mono.fromSupplier(column::bytes));
	}

	@Override
	public EncodedParameter encodeNull() {
		throw new UnsupportedOperationException("A column is never null");
	}

}
