package io.hallcommand.server.acceptance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadataCodec;
import io.rsocket.metadata.TaggingMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import io.rsocket.util.DefaultPayload;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An ordinary RSocket client, by the library's own transports.
 */
final class RSocketClient {

	private RSocketClient() {
	}

	static ClientTransport tcp(Node node) {
		return TcpClientTransport.create("localhost", node.rsocketPort);
	}

	static ClientTransport webSocket(Node node) {
		return WebsocketClientTransport.create(URI.create("ws://localhost:" + node.port + "/rsocket"));
	}

	static Mono<RSocket> connect(ClientTransport transport, @Nullable String token) {
		CompositeByteBuf metadata = ByteBufAllocator.DEFAULT.compositeBuffer();
		if (token != null) {
			CompositeMetadataCodec.encodeAndAddMetadata(metadata, ByteBufAllocator.DEFAULT,
					WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION,
					AuthMetadataCodec.encodeBearerMetadata(ByteBufAllocator.DEFAULT, token.toCharArray()));
		}
		return RSocketConnector.create()
			.metadataMimeType(WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString())
			.dataMimeType("application/json")
			.keepAlive(Duration.ofSeconds(5), Duration.ofSeconds(20))
			.setupPayload(DefaultPayload.create(Unpooled.EMPTY_BUFFER, metadata))
			.connect(transport);
	}

	static Payload request(String route, String data) {
		CompositeByteBuf metadata = ByteBufAllocator.DEFAULT.compositeBuffer();
		ByteBuf routing = TaggingMetadataCodec.createTaggingContent(ByteBufAllocator.DEFAULT, List.of(route));
		CompositeMetadataCodec.encodeAndAddMetadata(metadata, ByteBufAllocator.DEFAULT,
				WellKnownMimeType.MESSAGE_RSOCKET_ROUTING, routing);
		byte[] bytes = ByteBufUtil.getBytes(metadata);
		metadata.release();
		return DefaultPayload.create(data.getBytes(StandardCharsets.UTF_8), bytes);
	}

}
