package io.hallcommand.benchmark.client;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.frame.RequestStreamFrameCodec;
import io.rsocket.frame.SetupFrameCodec;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.util.DefaultPayload;

/**
 * Doors by RSocket. What a screen says is the same for all screens of a hall, so it is
 * encoded once; it asks for all frames at once and promises to keep alive for ever.
 */
public final class RSocketHello {

	private static final ByteBufAllocator MEMORY = ByteBufAllocator.DEFAULT;

	private static final int BINARY_MASKED = 0x82_80;

	private RSocketHello() {
	}

	public static Door tcp(InetSocketAddress address, String route, String token) {
		ByteArrayOutputStream hello = new ByteArrayOutputStream();
		for (byte[] frame : frames(route, token)) {
			hello.write(frame.length >>> 16);
			hello.write(frame.length >>> 8);
			hello.write(frame.length);
			hello.writeBytes(frame);
		}
		return new Door(address, null, hello.toByteArray(), Door.Kind.RSOCKET_TCP);
	}

	public static Door webSocket(InetSocketAddress address, String route, String token) {
		String upgrade = "GET /rsocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Key: aGFsbC1jb21tYW5kLTAwMQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
		ByteArrayOutputStream hello = new ByteArrayOutputStream();
		for (byte[] frame : frames(route, token)) {
			writeShort(hello, BINARY_MASKED | ((frame.length < 126) ? frame.length : 126));
			if (frame.length >= 126) {
				writeShort(hello, frame.length);
			}
			// Masked with zeros, which changes nothing
			writeShort(hello, 0);
			writeShort(hello, 0);
			hello.writeBytes(frame);
		}
		return new Door(address, upgrade.getBytes(StandardCharsets.US_ASCII), hello.toByteArray(),
				Door.Kind.RSOCKET_WEB_SOCKET);
	}

	private static void writeShort(ByteArrayOutputStream out, int value) {
		out.write(value >>> 8);
		out.write(value);
	}

	private static List<byte[]> frames(String route, String token) {
		CompositeByteBuf authentication = MEMORY.compositeBuffer();
		CompositeMetadataCodec.encodeAndAddMetadata(authentication, MEMORY,
				WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION,
				AuthMetadataCodec.encodeBearerMetadata(MEMORY, token.toCharArray()));
		ByteBuf setup = SetupFrameCodec.encode(MEMORY, false, Integer.MAX_VALUE, Integer.MAX_VALUE,
				WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString(),
				WellKnownMimeType.APPLICATION_JSON.getString(),
				DefaultPayload.create(Unpooled.EMPTY_BUFFER, authentication));
		CompositeByteBuf routing = MEMORY.compositeBuffer();
		CompositeMetadataCodec.encodeAndAddMetadata(routing, MEMORY, WellKnownMimeType.MESSAGE_RSOCKET_ROUTING,
				TaggingMetadataCodec.createRoutingMetadata(MEMORY, List.of(route)).getContent());
		ByteBuf request = RequestStreamFrameCodec.encode(MEMORY, 1, false, Integer.MAX_VALUE, routing,
				Unpooled.EMPTY_BUFFER);
		return List.of(taken(setup), taken(request));
	}

	private static byte[] taken(ByteBuf frame) {
		try {
			return ByteBufUtil.getBytes(frame);
		}
		finally {
			frame.release();
		}
	}

}
