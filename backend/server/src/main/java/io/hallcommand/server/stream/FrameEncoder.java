package io.hallcommand.server.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallPatch;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;
import io.hallcommand.wire.FrameJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames: the JSON is written once and wrapped for each transport.
 */
final class FrameEncoder {

	private static final String CRLF = "\r\n";

	private final String epoch;

	private final ByteBufAllocator memory = PooledByteBufAllocator.DEFAULT;

	FrameEncoder(String epoch) {
		this.epoch = epoch;
	}

	String epoch() {
		return this.epoch;
	}

	Frame encode(HallFrame frame) {
		ByteArrayOutputStream json = new ByteArrayOutputStream(2048);
		FrameJson.write(frame, json);
		return switch (frame) {
			case HallView view -> snapshot(view.version(), json.toByteArray());
			case HallPatch patch -> patch(patch.after(), patch.version(), json.toByteArray());
		};
	}

	Frame snapshot(long version, byte[] json) {
		return frame(-1, version, id(version), "snapshot", json);
	}

	Frame patch(long after, long version, byte[] json) {
		return frame(after, version, id(version), "patch", json);
	}

	private String id(long version) {
		return this.epoch + "." + version;
	}

	Frame encode(Unrecorded unrecorded) {
		ByteArrayOutputStream json = new ByteArrayOutputStream(2048);
		FrameJson.writeUnrecorded(unrecorded, json);
		return frame(-1, -1, null, "unrecorded", json.toByteArray());
	}

	Frame heartbeat(Instant now, boolean fresh) {
		String json = "{\"at\":\"" + now + "\",\"journal\":\"" + (fresh ? "LIVE" : "STALE") + "\"}";
		return frame(-1, -1, null, "heartbeat", json.getBytes(StandardCharsets.UTF_8));
	}

	private Frame frame(long after, long version, @Nullable String id, String event, byte[] json) {
		byte[] head = ascii(((id != null) ? "id: " + id + "\n" : "") + "event: " + event + "\ndata: ");
		byte[] size = ascii(Integer.toHexString(head.length + json.length + 2) + CRLF);
		byte[] tail = ascii("\n\n" + CRLF);
		ByteBuf chunk = buffer(size, head, json, tail);
		ByteBuf payload = buffer(
				ascii("{" + ((id != null) ? "\"id\":\"" + id + "\"," : "") + "\"event\":\"" + event + "\",\"data\":"),
				json, ascii("}"));
		return new Frame(after, version, chunk, payload);
	}

	private ByteBuf buffer(byte[]... parts) {
		int size = 0;
		for (byte[] part : parts) {
			size += part.length;
		}
		ByteBuf buffer = this.memory.directBuffer(size, size);
		for (byte[] part : parts) {
			buffer.writeBytes(part);
		}
		return buffer;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
