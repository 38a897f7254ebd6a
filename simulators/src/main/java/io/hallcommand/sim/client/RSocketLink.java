package io.hallcommand.sim.client;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.util.DefaultPayload;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpClient;

/**
 * RSocket over TCP as the server speaks it: composite metadata, a bearer token in SETUP,
 * JSON as data.
 */
public final class RSocketLink {

	private RSocketLink() {
	}

	public static Mono<RSocket> connect(InetSocketAddress server, @Nullable String token) {
		return Mono.defer(() -> RSocketConnector.create()
			.metadataMimeType(WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString())
			.dataMimeType(WellKnownMimeType.APPLICATION_JSON.getString())
			.setupPayload(payload(new byte[0], (token != null) ? authentication(token) : Unpooled.EMPTY_BUFFER))
			.payloadDecoder(PayloadDecoder.DEFAULT)
			.keepAlive(Duration.ofSeconds(10), Duration.ofSeconds(30))
			.connect(TcpClientTransport.create(TcpClient.create().remoteAddress(() -> server))));
	}

	/**
	 * A request to a route.
	 */
	public static Payload request(String route, byte[] data) {
		CompositeByteBuf metadata = ByteBufAllocator.DEFAULT.compositeBuffer();
		CompositeMetadataCodec.encodeAndAddMetadata(metadata, ByteBufAllocator.DEFAULT,
				WellKnownMimeType.MESSAGE_RSOCKET_ROUTING,
				TaggingMetadataCodec.createRoutingMetadata(ByteBufAllocator.DEFAULT, List.of(route)).getContent());
		return payload(data, metadata);
	}

	public static Payload data(byte[] data) {
		return DefaultPayload.create(data);
	}

	private static ByteBuf authentication(String token) {
		CompositeByteBuf metadata = ByteBufAllocator.DEFAULT.compositeBuffer();
		CompositeMetadataCodec.encodeAndAddMetadata(metadata, ByteBufAllocator.DEFAULT,
				WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION,
				AuthMetadataCodec.encodeBearerMetadata(ByteBufAllocator.DEFAULT, token.toCharArray()));
		return metadata;
	}

	/** Copies the metadata, so that nothing has to be released by the caller. */
	private static Payload payload(byte[] data, ByteBuf metadata) {
		try {
			byte[] bytes = new byte[metadata.readableBytes()];
			metadata.readBytes(bytes);
			return DefaultPayload.create(data, bytes);
		}
		finally {
			metadata.release();
		}
	}

	/**
	 * A payload's data as text.
	 */
	public static String text(Payload payload) {
		return StandardCharsets.UTF_8.decode(payload.getData()).toString();
	}

}
