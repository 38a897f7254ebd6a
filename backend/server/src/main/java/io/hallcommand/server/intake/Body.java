package io.hallcommand.server.intake;

import java.io.ByteArrayOutputStream;

import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;

/**
 * Collects a body that is not a stream, up to a limit. Each buffer is copied and given
 * back at once, so that none is left over, or given back twice, when the limit is passed.
 */
final class Body {

	/**
	 * So much of a body that is too large is read and thrown away: a client that is still
	 * sending when its connection ends does not see the answer.
	 */
	private static final DataSize THROWN_AWAY = DataSize.ofMegabytes(16);

	private final DataSize limit;

	private long size;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

	private Body(DataSize limit) {
		this.limit = limit;
	}

	/**
	 * The whole body; a problem if it is larger than the limit or empty.
	 */
	static Mono<byte[]> read(ServerHttpRequest request, DataSize limit) {
		if (request.getHeaders().getContentLength() > THROWN_AWAY.toBytes()) {
			return Mono.error(() -> tooLarge(limit));
		}
		return request.getBody().map(Body::bytes).collect(() -> new Body(limit), Body::add).map(Body::whole);
	}

	private byte[] whole() {
		if (this.size > this.limit.toBytes()) {
			throw tooLarge(this.limit);
		}
		if (this.size == 0) {
			throw Problems.badRequest("The body is empty.").exception();
		}
		return this.bytes.toByteArray();
	}

	/** Takes over the buffer. */
	static byte[] bytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private void add(byte[] more) {
		this.size += more.length;
		if (this.size > THROWN_AWAY.toBytes()) {
			throw tooLarge(this.limit);
		}
		if (this.size <= this.limit.toBytes()) {
			this.bytes.writeBytes(more);
		}
	}

	private static ProblemException tooLarge(DataSize limit) {
		// What may still come of the body is not waited for: this connection ends here
		return Problems
			.tooLarge("The body is larger than " + limit + ". Send several, or a stream as application/x-ndjson.")
			.withHeader("Connection", "close")
			.exception();
	}

}
