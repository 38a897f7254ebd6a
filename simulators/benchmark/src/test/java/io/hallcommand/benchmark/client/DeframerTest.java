package io.hallcommand.benchmark.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Messages are found wherever the network cuts them.
 */
class DeframerTest {

	private static final List<Long> NUMBERS = List.of(7L, -1L, 12345L, 12346L);

	static Stream<Arguments> framings() {
		return Stream.of(arguments((Supplier<Framing>) SseChunks::new, sse()),
				arguments((Supplier<Framing>) () -> new RSocketFrames(false), rsocket(false)),
				arguments((Supplier<Framing>) () -> new RSocketFrames(true), rsocket(true)));
	}

	@ParameterizedTest
	@MethodSource("framings")
	void messagesAreFoundWhereverTheyAreCut(Supplier<Framing> framing, byte[] received) {
		for (int size = 1; size <= received.length; size++) {
			List<Long> found = new ArrayList<>();
			Deframer deframer = new Deframer(framing.get(), found::add);
			for (int at = 0; at < received.length; at += size) {
				deframer.feed(Unpooled.wrappedBuffer(received, at, Math.min(size, received.length - at)));
			}
			assertThat(found).as("in pieces of %d bytes", size).isEqualTo(NUMBERS);
		}
	}

	@Test
	void whatIsNoChunkIsRefused() {
		Deframer deframer = new Deframer(new SseChunks(), (number) -> {
		});
		assertThatThrownBy(() -> deframer.feed(Unpooled.copiedBuffer("zzzz\r\n", StandardCharsets.US_ASCII)))
			.hasMessageContaining("chunk");
	}

	@Test
	void anErrorFrameIsAnError() {
		Deframer deframer = new Deframer(new RSocketFrames(false), (number) -> {
		});
		assertThatThrownBy(() -> deframer.feed(Unpooled.wrappedBuffer(frame(0x0B, "no", false))))
			.hasMessageContaining("error frame");
	}

	@Test
	void numbersAreFoundInEventsOfAnyShape() {
		byte[] text = "id: 1\ndata: {\"seq\":41,\"s\":\"\\\"seq\"}\n\ndata: {\"seq\":42}\n\n"
			.getBytes(StandardCharsets.US_ASCII);
		List<Long> found = new ArrayList<>();
		SeqScan scan = new SeqScan(found::add);
		for (byte each : text) {
			scan.feed(Unpooled.wrappedBuffer(new byte[] { each }));
		}
		assertThat(found).containsExactly(41L, 42L);
	}

	private static byte[] sse() {
		StringBuilder all = new StringBuilder();
		for (long number : NUMBERS) {
			String event = (number < 0) ? "event: heartbeat\ndata: {}\n\n"
					: "id: 3f-a1." + number + "\nevent: patch\ndata: {\"a\":\"" + "x".repeat(300) + "\"}\n\n";
			all.append(Integer.toHexString(event.length())).append("\r\n").append(event).append("\r\n");
		}
		return all.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] rsocket(boolean webSocket) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (long number : NUMBERS) {
			String data = (number < 0) ? "{\"event\":\"heartbeat\",\"data\":{}}"
					: "{\"id\":\"3f-a1." + number + "\",\"event\":\"patch\",\"data\":\"" + "x".repeat(300) + "\"}";
			all.writeBytes(frame(0x0A, data, webSocket));
		}
		return all.toByteArray();
	}

	private static byte[] frame(int type, String data, boolean webSocket) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		int size = 6 + data.length();
		if (webSocket) {
			frame.write(0x82);
			if (size < 126) {
				frame.write(size);
			}
			else {
				frame.write(126);
				frame.write(size >>> 8);
				frame.write(size);
			}
		}
		else {
			frame.write(0);
			frame.write(size >>> 8);
			frame.write(size);
		}
		frame.writeBytes(new byte[] { 0, 0, 0, 1, (byte) (type << 2), 0x20 });
		frame.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
		return frame.toByteArray();
	}

}
