package io.hallcommand.server.stream;

import io.netty.buffer.ByteBuf;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;

/**
 * A frame as the final bytes of each transport, encoded once in direct memory. Screens
 * write duplicates of these buffers; nothing is encoded for a single screen.
 */
final class Frame extends AbstractReferenceCounted {

	private final long after;

	private final long version;

	private final ByteBuf chunk;

	private final ByteBuf payload;

	/**
	 * Takes over both buffers.
	 * @param after the version from which it leads on; negative if from anywhere
	 * @param version the hall's version after it
	 * @param chunk a server-sent event as one chunk of HTTP/1.1, its framing included
	 * @param payload the data of an RSocket payload
	 */
	Frame(long after, long version, ByteBuf chunk, ByteBuf payload) {
		this.after = after;
		this.version = version;
		this.chunk = chunk;
		this.payload = payload;
	}

	long after() {
		return this.after;
	}

	long version() {
		return this.version;
	}

	ByteBuf chunk() {
		return this.chunk;
	}

	ByteBuf payload() {
		return this.payload;
	}

	int size() {
		return this.chunk.readableBytes() + this.payload.readableBytes();
	}

	@Override
	public Frame retain() {
		super.retain();
		return this;
	}

	@Override
	public ReferenceCounted touch(Object hint) {
		return this;
	}

	@Override
	protected void deallocate() {
		this.chunk.release();
		this.payload.release();
	}

}
