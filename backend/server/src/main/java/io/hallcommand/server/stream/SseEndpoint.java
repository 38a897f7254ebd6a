package io.hallcommand.server.stream;

import java.nio.charset.StandardCharsets;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problem;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code GET /api/halls/{hall}/stream}: a hall's frames as server-sent events.
 */
@RestController
class SseEndpoint {

	private final Halls halls;

	private final StreamHub hub;

	private final Access access;

	SseEndpoint(Halls halls, StreamHub hub, Access access) {
		this.halls = halls;
		this.hub = hub;
		this.access = access;
	}

	@GetMapping(path = "/api/halls/{hall}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> stream(@PathVariable String hall,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventIdHeader,
			@RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
			@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
		if (!isHttp11(exchange)) {
			return Mono.error(Problem
				.of(505, "http-version", "This HTTP version does not work here", "The stream needs HTTP/1.1.")
				.exception());
		}
		HallId id = new HallId(hall);
		String lastEventId = (lastEventIdHeader != null) ? lastEventIdHeader : lastEventIdParameter;
		return this.halls.enliven(id)
			.flatMap((version) -> open(exchange.getResponse(), id, lastEventId, this.access.over(caller)));
	}

	private Mono<Void> open(ServerHttpResponse response, HallId hall, @Nullable String lastEventId, Mono<Void> over) {
		response.getHeaders().setContentType(new MediaType("text", "event-stream", StandardCharsets.UTF_8));
		response.getHeaders().setCacheControl(CacheControl.noStore());
		// Reverse proxies of the nginx kind must not collect the stream
		response.getHeaders().set("X-Accel-Buffering", "no");
		DataBuffer hello = response.bufferFactory().wrap(": hall\n\n".getBytes(StandardCharsets.US_ASCII));
		Mono<Flux<DataBuffer>> stream = Mono.create((sink) -> attach(response, hall, lastEventId, sink));
		// The framework writes head and first chunk; the rest is written past it
		return response.writeAndFlushWith(Flux.concat(Mono.just(Flux.just(hello)), stream.takeUntilOther(over)));
	}

	private void attach(ServerHttpResponse response, HallId hall, @Nullable String lastEventId,
			MonoSink<Flux<DataBuffer>> sink) {
		HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
		netty.withConnection((connection) -> {
			Channel channel = connection.channel();
			channel.eventLoop().execute(() -> {
				ChannelHandlerContext codec = channel.pipeline().context(NettyPipeline.HttpCodec);
				if (codec == null || !channel.isActive()) {
					sink.success();
					return;
				}
				try {
					SseOutlet outlet = new SseOutlet(codec, sink::success);
					Screen screen = this.hub.join(hall, channel.eventLoop(), outlet, lastEventId);
					sink.onDispose(() -> leave(channel, screen));
					// Whoever is gone before the framework noticed is not cancelled by it
					channel.closeFuture().addListener((closed) -> leave(channel, screen));
				}
				catch (RuntimeException ex) {
					sink.error(ex);
				}
			});
		});
	}

	private void leave(Channel channel, Screen screen) {
		if (channel.eventLoop().inEventLoop()) {
			this.hub.leave(screen);
		}
		else {
			channel.eventLoop().execute(() -> this.hub.leave(screen));
		}
	}

	/** Frames carry the chunk framing of HTTP/1.1 in them. */
	private static boolean isHttp11(ServerWebExchange exchange) {
		HttpServerRequest netty = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		return netty.version().equals(HttpVersion.HTTP_1_1);
	}

}
